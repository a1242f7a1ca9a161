using System.Xml.Linq;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests;

/// <summary>Attacks on rows that are known to leak, and on rows that can't.</summary>
[TestClass]
public sealed class AttacksTests
{
    private const int Count = 600;

    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    public void Attacks_TrainingRowsWithALittleNoise_AllSucceed()
    {
        var training = People(1);
        var random = new Random(4);
        var memorised = Array.ConvertAll(training, row => row with { Height = row.Height + Noise(), Income = row.Income + Noise() });

        var metrics = Evaluate(training, memorised);

        var attacks = metrics.Attacks!;

        Assert.AreEqual(4, attacks.Successes);
        Assert.IsGreaterThan(0.95, attacks.NearestMembership.Auc.Value);
        Assert.IsGreaterThan(0.5, attacks.NearestMembership.TruePositiveRate.Least);
        Assert.IsGreaterThan(0.8, attacks.KernelMembership.Auc.Value);
        Assert.IsGreaterThan(0.2, attacks.AttributeLeak.Least);
        Assert.IsGreaterThan(0.2, attacks.SinglingOut!.Leak.Least);
        AssertCard("4 of four succeed, training rows leak", metrics);

        double Noise() => 0.02 * (random.NextDouble() - 0.5);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(5)]
    [DataRow(6)]
    public void Attacks_FreshRowsOfTheSameDistribution_AllFail(int seed)
    {
        var metrics = Evaluate(People(1), People(seed));

        var attacks = metrics.Attacks!;

        Assert.AreEqual(0, attacks.Successes);
        Assert.AreEqual(0.5, attacks.NearestMembership.Auc.Value, 0.06);
        Assert.AreEqual(0.5, attacks.KernelMembership.Auc.Value, 0.06);
        Assert.AreEqual(0, attacks.AttributeLeak.Value, 0.04);
        Assert.AreEqual(0, attacks.SinglingOut!.Leak.Value, 0.06);
        Assert.AreEqual(Count / 2, attacks.Rows);
        AssertCard("none of four succeeds", metrics);
    }

    [TestMethod]
    public void Attacks_WithoutHeldOutRowsOrUnasked_AreLeftOutWithASentence()
    {
        var (training, few) = (ML.Data.LoadFromEnumerable(People(1)), ML.Data.LoadFromEnumerable(People(3)[..59]));

        var (none, tooFew) = (ML.Gan().EvaluateTabular(training, training), ML.Gan().EvaluateTabular(training, training, few));
        var unasked = ML.Gan().EvaluateTabular(training, training, few, null, new() { Attacks = false });

        Assert.IsNull(none.Attacks ?? tooFew.Attacks ?? unasked.Attacks);
        Assert.Contains("Attacks are not run: there is no test table, whose rows nobody trained on.", none.Remarks);
        Assert.Contains(
            "Attacks are not run: there must be at least 60 test rows and 30 rows of each other table, but 59 test, 600 real and 600 synthetic " +
            "ones were given.", tooFew.Remarks);
        Assert.IsFalse(unasked.Remarks.Any(remark => remark.Contains("Attacks", StringComparison.Ordinal)));
    }

    /// <summary>The report's card has the verdict and each attack's, and is well-formed.</summary>
    private static void AssertCard(string verdict, TabularGanMetrics metrics)
    {
        var path = Path.GetTempFileName();
        metrics.SaveHtml(path);
        var page = File.ReadAllText(path);
        File.Delete(path);
        var begin = page.IndexOf("<body>", StringComparison.Ordinal);
        var body = XElement.Parse(page[begin..page.IndexOf("</html>", StringComparison.Ordinal)]);
        Assert.Contains($"Attacks: {verdict}", body.Value);
        Assert.AreEqual(metrics.Attacks!.Successes, body.Descendants("td").Count(cell => cell.Value == "it can tell"));
        Assert.AreEqual(4 - metrics.Attacks.Successes, body.Descendants("td").Count(cell => cell.Value == "it can't tell"));
    }

    private static TabularGanMetrics Evaluate(Person[] training, Person[] synthetic) => ML.Gan().EvaluateTabular(
        ML.Data.LoadFromEnumerable(training), ML.Data.LoadFromEnumerable(synthetic), ML.Data.LoadFromEnumerable(People(3)));

    private static Person[] People(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Count).Select(_ => Next())];

        Person Next()
        {
            var (height, taste) = (random.NextDouble(), random.Next(4));
            return new(height, height + random.NextDouble(), random.NextDouble(), $"{taste}", $"{(taste + random.Next(3)) % 6}");
        }
    }

    private sealed record Person(double Height, double Income, double Age, string Taste, string City);
}
