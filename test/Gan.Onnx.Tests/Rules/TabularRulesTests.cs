using Microsoft.ML.Gan;

namespace Gan.Onnx.Tests.Rules;

/// <summary>Rules as texts.</summary>
[TestClass]
public sealed class TabularRulesTests
{
    [TestMethod]
    [DataRow("start<=end", "start <= end")]
    [DataRow("c > b >= a", "a <= b < c")]
    [DataRow("18 <= age", "18 <= age")]
    [DataRow("joined < 2024-02-29", "joined < 2024-02-29")]
    [DataRow("\"2020\" <= \"a < b\"", "\"2020\" <= \"a < b\"")]
    [DataRow("total = net + \"sales + tax\"", "total = net + \"sales + tax\"")]
    [DataRow("Combinations: town , \"a, b\"", "combinations: town, \"a, b\"")]
    [DataRow("increments: price by 0.25", "increments: price by 0.25")]
    [DataRow("increments: price by 5 from 1", "increments: price by 5 from 1")]
    [DataRow("one-hot: a, b, c", "one-hot: a, b, c")]
    [DataRow("unique: a", "unique: a")]
    [DataRow("positive: \"say \"\"hi\"\"\"", "positive: \"say \"\"hi\"\"\"")]
    public void Parse_Text_IsTheRuleThatWritesIt(string text, string written)
    {
        var rule = TabularRules.Parse(text);

        Assert.AreEqual(written, rule.ToString());
        Assert.AreEqual(written, TabularRules.Parse(written).ToString());
    }

    [TestMethod]
    [DataRow("a <= b >= c")]
    [DataRow("a")]
    [DataRow("a <")]
    [DataRow("a = b")]
    [DataRow("increments: a by -1")]
    [DataRow("one-hot: a")]
    [DataRow("custom: mine")]
    public void Parse_AnotherText_SaysWhatRulesAre(string text) => Assert.AreEqual(
        "A rule must be such as 'a <= b', 'total = net + tax', 'combinations: a, b', 'increments: a by 5', 'one-hot: a, b', 'unique: a' or " +
        $"'positive: a', but was '{text}'. Put names with signs in them into double quotes. (Parameter 'text')",
        Assert.ThrowsExactly<ArgumentException>(() => TabularRules.Parse(text)).Message);

    [TestMethod]
    public void Factories_Texts_AreThoseThatAreRead()
    {
        Assert.AreEqual("a < b", TabularRules.Inequality("a", "b", isStrict: true).ToString());
        Assert.AreEqual("0.5 <= x <= 4", TabularRules.Range("x", 0.5, 4).ToString());
        Assert.AreEqual("2020-01-01T00:00:00 <= x", TabularRules.Range("x", new DateTime(2020, 1, 1), null).ToString());
        Assert.AreEqual("increments: x by 0.5", TabularRules.FixedIncrements("x", 0.5m).ToString());
        Assert.AreEqual("t = a + b", TabularRules.Sum("t", "a", "b").ToString());
        Assert.ThrowsExactly<ArgumentException>(() => TabularRules.OneHot("a", "a"));
        Assert.ThrowsExactly<ArgumentException>(() => TabularRules.Range("x"));
        Assert.ThrowsExactly<ArgumentException>(() => TabularRules.Range("x", double.NaN));
    }
}
