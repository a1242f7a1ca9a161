using System.Globalization;
using Gan.Onnx;
using Gan.Onnx.Tests.Tabular;

namespace Gan.Personal.Tests;

[TestClass]
public sealed class BogusPersonalDataTests
{
    private static readonly BogusPersonalData Data = new();

    [TestMethod]
    public void Make_CellsOfOneRow_Fit()
    {
        foreach (var row in Enumerable.Range(0, 50).Select(number => new PersonalRow(3, number, "")))
        {
            var (first, last) = (Data.Make(PersonalKind.FirstName, row), Data.Make(PersonalKind.LastName, row));
            var user = Data.Make(PersonalKind.UserName, row);

            Assert.AreEqual($"{first} {last}", Data.Make(PersonalKind.FullName, row));
            StringAssert.StartsWith(user, first.ToLowerInvariant());
            StringAssert.Matches(Data.Make(PersonalKind.Email, row), new($"^{user}@example\\.(com|net|org)$"));
        }
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("zh_CN")]
    [DataRow("ar")]
    [DataRow("ru")]
    public void Make_MailOfManyRows_HasNoneTwice(string locale)
    {
        const int count = 20_000;
        var data = new BogusPersonalData(locale);

        var mails = Enumerable.Range(0, count).Select(row => data.Make(PersonalKind.Email, new(0, row, ""))).ToHashSet();

        Assert.HasCount(count, mails);
        Assert.IsTrue(mails.All(mail => mail.All(char.IsAscii)));
    }

    [TestMethod]
    public void Make_ARow_IsAFunctionOfSeedAndNumberOnAnyThread()
    {
        var kinds = Enum.GetValues<PersonalKind>();
        string[] Row(int seed, long number) => [.. kinds.Select(kind => Data.Make(kind, new(seed, number, "DE00 3704 0044 0532 0130 00")))];
        var expected = Enumerable.Range(0, 200).Select(number => Row(7, number)).ToArray();

        var made = new string[200][];
        Parallel.For(0, 200, number => made[199 - number] = Row(7, 199 - number));

        for (var row = 0; row < expected.Length; row++) CollectionAssert.AreEqual(expected[row], made[row]);
        CollectionAssert.AreNotEqual(expected[0], Row(8, 0));
        CollectionAssert.AreNotEqual(Row(7, 1), Row(7, (1L << 32) + 1));
    }

    [TestMethod]
    public void Make_AccountNumbers_KeepTheirFormAndHaveRightCheckDigits()
    {
        // DE89 3704 0044 0532 0130 00 and GB82 WEST 1234 5698 7654 32 are the standard's examples
        Assert.AreEqual("DE89 3704 0044 0532 0130 00", Make("DE00 3704 0044 0532 0130 00"));
        Assert.AreEqual("GB82WEST12345698765432", Make("GB17WEST12345698765432"));
        Assert.AreEqual("abc", Make("abc"));

        static string Make(string form) => Data.Make(PersonalKind.Iban, new(0, 0, form));
    }

    [TestMethod]
    public void Make_CardsAndAddresses_AreValid()
    {
        foreach (var number in Enumerable.Range(0, 100))
        {
            var card = Data.Make(PersonalKind.PaymentCard, new(0, number, "1234 5678 9012 3456"));
            var doubled = card.Where(char.IsDigit).Reverse().Select((digit, place) => (digit - '0') * (1 + place % 2));
            Assert.AreEqual(0, doubled.Sum(digit => digit > 9 ? digit - 9 : digit) % 10, card);
            Assert.IsFalse(card.Contains('-', StringComparison.Ordinal));
            var address = Data.Make(PersonalKind.IpAddress, new(0, number, ""));
            Assert.HasCount(4, address.Split('.').Select(part => byte.Parse(part, CultureInfo.InvariantCulture)));
        }
        Assert.AreEqual("+49 30 123", Data.Make(PersonalKind.Phone, new(0, 0, "+49 30 123")));
    }

    [TestMethod]
    public void Constructor_UnknownLocale_SaysWhichThereAre()
    {
        var message = Assert.ThrowsExactly<ArgumentException>(() => new BogusPersonalData("xx")).Message;

        StringAssert.StartsWith(message, "The locale must be one of af_ZA, ar, ");
        StringAssert.EndsWith(message, ", but was 'xx'.");
    }

    [TestMethod]
    public void Sample_WithPersonalData_HasItWhereTheFormWouldBe()
    {
        var graph = new TableGraph(1).Texts("Job", hasMissing: false, "cook", "pilot");
        var mail = new TabularIdentifier
        {
            Name = "Mail",
            Place = 1,
            Type = TabularValueType.Text,
            Personal = PersonalKind.Email,
            Pattern = new() { Shapes = [new(1, ["abcd", "@", "abcdefgh"], new(0, 1, 32))], Longest = 3 },
            MissingShare = 0.5,
        };
        using var generator = TableGraphs.Load(graph.ToModel(graph.Manifest with { Identifiers = [mail] }));
        var forms = generator.Sample(100, seed: 4).Column("Mail");

        generator.PersonalData = Data;

        var mails = generator.Sample(100, seed: 4).Column("Mail");
        foreach (var (row, (form, made)) in forms.Zip(mails).Index())
            Assert.AreEqual(form.Length == 0 ? "" : Data.Make(PersonalKind.Email, new(4, row, form)), made);
        Assert.AreEqual(50, mails.Count(text => text.Length > 0), 15);
    }
}
