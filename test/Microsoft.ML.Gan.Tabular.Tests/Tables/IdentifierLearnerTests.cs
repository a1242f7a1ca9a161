using System.Text.RegularExpressions;
using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Tables;

[TestClass]
public sealed class IdentifierLearnerTests
{
    private const int Rows = 1_000;

    [TestMethod]
    [DataRow("code", "^AB-[0-9]{7}$")]
    [DataRow("running", "^C[0-9]{4,5}$")]
    [DataRow("two letters", "^[A-Z]{2}-[0-9]{4}$")]
    [DataRow("guid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    [DataRow("hash", "^[0-9A-F]{64}$")]
    [DataRow("mail", "^[a-z]{3,6}@(x|y)\\.org$")]
    [DataRow("plate", "^[0-9]{4} ?[A-Z]{3}$")]
    [DataRow("invoice", "^2024/[0-9]{6}/X$")]
    [DataRow("plain", "^[0-9]{1,7}$")]
    public void OfTexts_AnyKind_LooksAlikeAndHasNoneOfThem(string kind, string looks)
    {
        var texts = Texts(kind);

        var maker = MakerOf(texts);

        string[] made = [.. Enumerable.Range(0, Rows).Select(row => maker.Text(row))];
        foreach (var text in made) StringAssert.Matches(text, new Regex(looks), kind);
        Assert.HasCount(Rows, made.Distinct());
        Assert.IsEmpty(made.Intersect(texts));
    }

    [TestMethod]
    public void OfTexts_MoreRowsThanThePatternHas_AreLongerAndStillDifferent()
    {
        string[] texts = [.. Enumerable.Range(0, 26 * 9).Select(row => $"{(char)('A' + row % 26)}{1 + row / 26}"), "a long one"];

        var maker = MakerOf(texts);

        string[] made = [.. Enumerable.Range(0, 20_000).Select(row => maker.Text(row))];
        Assert.HasCount(made.Length, made.Distinct());
        Assert.IsEmpty(made.Intersect(texts));
    }

    [TestMethod]
    public void OfTexts_MoreMailsThanThePatternHas_HaveTheirEndsAsTheyWere()
    {
        string[] texts = [.. Enumerable.Range(0, 26 * 5).Select(row => $"{(char)('a' + row % 26)}{5 + row / 26}@x.org")];

        StringAssert.Matches(MakerOf(texts).Text(1_000), new Regex("^[a-z][0-9]{2,}@x\\.org$"));
    }

    [TestMethod]
    public void OfTexts_OfNoShapeThatFiveShare_AreLetters()
    {
        string[] texts = [.. Enumerable.Range(1, 40).Select(row => new string('!', row) + new string('a', 41 - row))];

        StringAssert.Matches(MakerOf(texts).Text(0), new Regex("^[a-z]{41}$"));
    }

    [TestMethod]
    public void OfTexts_Pattern_HoldsNoValueAndNoPlaceOfOneRow()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(IdentifierLearner.OfTexts([.. Texts("two letters"), "QQ-7777", "ZÄ~0815"]));

        foreach (var secret in new[] { "QQ-7777", "7777", "~", "0815" }) Assert.IsFalse(json.Contains(secret, StringComparison.Ordinal), secret);
    }

    private static IdentifierMaker MakerOf(IReadOnlyList<string> texts) =>
        new(new() { Name = "Id", Type = TabularValueType.Text, Pattern = IdentifierLearner.OfTexts(texts) }, seed: 3);

    private static string[] Texts(string kind)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Rows).Select(row => kind switch
        {
            "code" => $"AB-{random.Next(1_000_000, 10_000_000)}",
            "running" => $"C{row:D4}",
            "two letters" => $"{Letters(2, 'A')}-{random.Next(10_000):D4}",
            "guid" => Guid($"{Hex(32)}"),
            "hash" => Hex(64),
            "mail" => $"{Letters(3 + row % 4, 'a')}@{(row % 3 == 0 ? "x" : "y")}.org",
            "plate" => $"{random.Next(10_000):D4}{(row % 2 == 0 ? " " : "")}{Letters(3, 'A')}",
            "invoice" => $"2024/{random.Next(1_000_000):D6}/X",
            _ => $"{random.Next(1_000_000)}",
        })];

        string Letters(int count, char first) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)(first + random.Next(26))));

        string Hex(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => $"{random.Next(16):X}"));

        string Guid(string hex) => $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-{"89AB"[random.Next(4)]}{hex[17..20]}-{hex[20..]}".ToLowerInvariant();
    }
}
