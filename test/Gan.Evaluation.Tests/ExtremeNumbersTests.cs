using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests;

/// <summary>Numbers near the greatest and the least that there are.</summary>
[TestClass]
public sealed class ExtremeNumbersTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    [DataRow(1_020)]                                                                        // 1e308: two have no sum
    [DataRow(-1_000)]                                                                       // 1e-301: a square is 0
    public void EvaluateTabular_NumbersTimesAPowerOfTwo_HaveTheSameFigures(int exponent)
    {
        var (ordinary, extreme) = (Figures(Evaluate(0)), Figures(Evaluate(exponent)));

        foreach (var (name, figure) in ordinary)
        {
            if (name == nameof(TabularUtility.MeanAbsoluteError))
                Assert.AreEqual(1, Math.ScaleB(extreme[name]!.Value, -exponent) / figure!.Value, 1e-3, name);
            else
                Assert.AreEqual(figure!.Value, extreme[name]!.Value, 1e-6, name);
        }
        Assert.HasCount(16, ordinary);
    }

    [TestMethod]
    public void EvaluateTabular_NumbersOfEverySize_HasNeitherNaNNorInfinity()
    {
        var metrics = ML.Gan().EvaluateTabular(Mixed(1), Mixed(2), Mixed(3), "Wide");
        var path = Path.GetTempFileName();
        metrics.SaveHtml(path);
        var page = File.ReadAllText(path);
        File.Delete(path);

        foreach (var (name, figure) in Figures(metrics)) Assert.IsTrue(figure is null || double.IsFinite(figure.Value), $"{name}: {figure}");
        foreach (var pair in metrics.ColumnPairs)
            Assert.IsTrue(pair.Trend is >= -1e-12 and <= 1 && pair.RealAssociation is null or >= -1 and <= 1 + 1e-12, $"{pair}");
        foreach (var text in new[] { "NaN", "Infinity", "∞" }) Assert.DoesNotContain(text, page);
    }

    private static TabularGanMetrics Evaluate(int exponent)
    {
        return ML.Gan().EvaluateTabular(Rows(1, 600), Rows(2, 600), Rows(3, 200), "Y");

        IDataView Rows(int seed, int count)
        {
            var random = new Random(seed);
            return ML.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ => random.NextDouble()).Select(x => new
            {
                X = Math.ScaleB(x - 0.5, exponent),
                Y = Math.ScaleB(x - 0.5 + random.NextDouble() / 4, exponent),
                C = x > 0.5 ? "a" : "b",
            }).ToList());
        }
    }

    private static IDataView Mixed(int seed)
    {
        var random = new Random(seed);
        return ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new
        {
            Wide = (random.Next(2) * 2 - 1) * Math.ScaleB(1 + random.NextDouble() / 2, random.Next(-1_074, 1_024)),
            Great = (i % 2 * 2 - 1) * double.MaxValue * random.NextDouble(),
            Least = random.Next(100) * double.Epsilon,
            Near = 1e9 + i % 50 * 1.2e-7,
            Few = i % 3 == 0 ? double.MaxValue : i % 3 == 1 ? double.MinValue : double.Epsilon,
            Same = double.MaxValue,
            Missing = double.NaN,
            Infinite = i % 2 == 0 ? double.PositiveInfinity : i,
        }).ToList());
    }

    /// <summary>Every number among the overall figures, the ceiling's and the utilities'.</summary>
    private static Dictionary<string, double?> Figures(TabularGanMetrics metrics)
    {
        var figures = new Dictionary<string, double?>();
        Add(metrics);
        Add(metrics.Ceiling, nameof(metrics.Ceiling));
        if (metrics.SyntheticUtility is { } utility) figures[nameof(utility.RSquared)] = utility.RSquared;
        if (metrics.SyntheticUtility is { } other) figures[nameof(other.MeanAbsoluteError)] = other.MeanAbsoluteError;
        if (metrics.RealUtility is { } real) figures["Real" + nameof(real.RSquared)] = real.RSquared;
        return figures;

        void Add(object holder, string prefix = "")
        {
            foreach (var property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                if (property.PropertyType == typeof(double) || property.PropertyType == typeof(double?))
                    figures[prefix + property.Name] = (double?)property.GetValue(holder);
        }
    }
}
