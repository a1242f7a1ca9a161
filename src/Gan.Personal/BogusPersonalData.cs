using Bogus;
using Gan.Onnx;

namespace Gan.Personal;

/// <summary>Personal data that looks real and is nobody's, made by the package Bogus.</summary>
/// <remarks>
/// A row has one first and one family name, from which its full name, its user name and its mail address are made. Two rows may have the same
/// name, as two people may. User names and mail addresses end in the row's number, so that no two rows of a seed share one. Mail goes nowhere: its
/// domains are those that RFC 2606 keeps for examples. Account numbers keep the column's form and have right check digits. Telephone numbers are as
/// without this class.
/// </remarks>
public sealed class BogusPersonalData : IPersonalData
{
    private static readonly string[] ExampleDomains = ["example.com", "example.net", "example.org"];

    private readonly Faker _faker;

    /// <summary>Makes personal data of a language.</summary>
    /// <param name="locale">Bogus's name of the language and the country, as en, de or pt_BR. Default en.</param>
    /// <exception cref="ArgumentException">Bogus knows no such locale. The message lists those that it knows.</exception>
    public BogusPersonalData(string locale = "en")
    {
        ArgumentNullException.ThrowIfNull(locale);
        if (!Database.LocaleResourceExists(locale))
            throw new ArgumentException($"The locale must be one of {string.Join(", ", Database.GetAllLocales())}, but was '{locale}'.");
        _faker = new Faker(locale);
    }

    /// <inheritdoc/>
    public string Make(PersonalKind kind, PersonalRow row)
    {
        lock (_faker) return Cell(kind, row);
    }

    /// <summary>The locale.</summary>
    public override string ToString() => _faker.Locale;

    private string Cell(PersonalKind kind, PersonalRow row)
    {
        _faker.Random = new Randomizer(Seed(row, purpose: 0));
        var (first, last) = (_faker.Name.FirstName(), _faker.Name.LastName());
        var user = UserName(first, last, row);
        var domain = _faker.PickRandom(ExampleDomains);
        _faker.Random = new Randomizer(Seed(row, 1 + (int)kind));
        return kind switch
        {
            PersonalKind.FirstName => first,
            PersonalKind.LastName => last,
            PersonalKind.FullName => $"{first} {last}",
            PersonalKind.UserName => user,
            PersonalKind.Email => $"{user}@{domain}",
            PersonalKind.StreetAddress => _faker.Address.StreetAddress(),
            PersonalKind.Company => _faker.Company.CompanyName(),
            PersonalKind.Iban => Iban.WithCheckDigits(row.Form),
            PersonalKind.PaymentCard => _faker.Finance.CreditCardNumber().Replace("-", SeparatorOf(row.Form), StringComparison.Ordinal),
            PersonalKind.IpAddress => _faker.Internet.Ip(),
            _ => row.Form,
        };
    }

    private string UserName(string first, string last, PersonalRow row)
    {
        var latin = _faker.Internet.UserName(first, last).TrimEnd("0123456789".ToCharArray()).ToLowerInvariant();
        return FormattableString.Invariant($"{(latin.Any(char.IsAsciiLetter) ? latin : "user")}{row.Number + 1}");
    }

    private static string SeparatorOf(string card) => card.FirstOrDefault(one => !char.IsAsciiDigit(one)) is var one and not '\0' ? $"{one}" : "";

    private static int Seed(PersonalRow row, int purpose) => (int)Philox.Block(
        new((uint)row.Number, (uint)(row.Number >> 32), (uint)purpose, 0), (uint)row.Seed, (uint)LatentStream.Personal).W0;
}
