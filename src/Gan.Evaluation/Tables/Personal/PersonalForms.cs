using System.Text.RegularExpressions;
using Gan.Onnx;

namespace Gan.Evaluation.Tables.Personal;

/// <summary>The kinds of personal data, the surest first.</summary>
internal static partial class PersonalForms
{
    private const int LeastPhoneDigits = 6, LeastCardDigits = 13, MostCardDigits = 19;

    private static readonly Func<string, bool> FullNames = Ends(
        "full name", "fullname", "customer name", "client name", "patient name", "employee name", "person name", "contact name", "owner name",
        "author name", "student name", "passenger name", "member name", "holder name", "person", "patient", "contact person", "nom complet");

    /// <value>All of them.</value>
    public static IReadOnlyList<PersonalForm> All { get; } =
    [
        new(PersonalKind.Email, Any, Email().IsMatch),
        new(PersonalKind.Iban, Any, Iban.IsOne),
        new(PersonalKind.IpAddress, Any, IpAddress().IsMatch),
        new(PersonalKind.PaymentCard, Ends("card", "card number", "card no", "kartennummer", "pan"), IsCard),
        new(PersonalKind.Phone, Ends("phone", "phone number", "telephone", "tel", "mobile", "cell", "fax", "telefon", "handy", "teléfono"), IsPhone),
        new(PersonalKind.UserName, Ends("user name", "username", "login", "nickname", "nick name", "benutzername"), IsUserName),
        new(PersonalKind.FirstName, Ends("first name", "firstname", "given name", "forename", "vorname", "prénom", "prenom"), IsName),
        new(PersonalKind.LastName, Ends("last name", "lastname", "surname", "family name", "nachname", "familienname", "apellido"), IsName),
        new(PersonalKind.FullName, IsFullNamed, IsFullName),
        new(PersonalKind.StreetAddress, Ends("address", "street", "addr", "straße", "strasse", "anschrift", "adresse", "dirección"), IsStreet),
        new(PersonalKind.Company, Ends("company", "company name", "employer", "organization", "organisation", "firm", "firma"), HasLetter),
    ];

    private static bool Any(string words) => true;

    /// <summary>Whether a column's name ends in one of some words, as <c>Customer_LastName</c> ends in "last name".</summary>
    private static Func<string, bool> Ends(params string[] names) =>
        words => names.Any(name => words == name || words.EndsWith($" {name}", StringComparison.Ordinal));

    /// <summary>"name" alone, or that of somebody: products and cities have names, too.</summary>
    private static bool IsFullNamed(string words) => words == "name" || FullNames(words);

    private static bool HasLetter(string text) => text.Any(char.IsLetter);

    private static bool IsName(string text) => HasLetter(text) && !text.Any(char.IsDigit);

    /// <summary>Two words or more, or a family name with no blank where names are so written, as in Chinese.</summary>
    private static bool IsFullName(string text) => IsName(text) && (text.Trim().Contains(' ', StringComparison.Ordinal) || text.All(IsIdeograph));

    private static bool IsIdeograph(char one) => one is >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3';

    private static bool IsStreet(string text) => HasLetter(text) && text.Any(char.IsDigit);

    private static bool IsUserName(string text) => char.IsLetter(text[0]) && !text.Contains(' ', StringComparison.Ordinal);

    private static bool IsPhone(string text) => Phone().IsMatch(text) && text.Count(char.IsDigit) >= LeastPhoneDigits;

    private static bool IsCard(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(one => one - '0')];
        if (digits.Length is < LeastCardDigits or > MostCardDigits || !text.All(one => char.IsAsciiDigit(one) || one is ' ' or '-')) return false;
        var doubled = digits.Reverse().Select((digit, place) => place % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9);
        return doubled.Sum() % 10 == 0;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$")]
    private static partial Regex IpAddress();

    [GeneratedRegex(@"^\+?[\d\s()./-]+((x|ext\.?)\s?\d+)?$")]
    private static partial Regex Phone();
}
