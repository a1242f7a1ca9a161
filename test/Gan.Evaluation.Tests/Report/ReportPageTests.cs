using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests.Report;

[TestClass]
public sealed class ReportPageTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    public void SaveHtml_MixedTable_HasEveryFigureColumnAndPair()
    {
        var metrics = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Synthetic, MixedTable.Test, "label");

        var page = Save(metrics);

        double?[] figures =
        [
            metrics.ColumnShapes, metrics.ColumnPairTrends, metrics.StrongPairTrends,
            metrics.SyntheticUtility!.AreaUnderRocCurve, metrics.CloserToTrain,
        ];
        foreach (var figure in figures)
            Assert.Contains(FormattableString.Invariant($"<b>{figure:0.000}</b>"), page);
        foreach (var ceiling in new[] { metrics.Ceiling.ColumnShapes, metrics.Ceiling.ColumnPairTrends, metrics.Ceiling.StrongPairTrends })
            Assert.Contains(FormattableString.Invariant($" Ceiling: {ceiling:0.000}."), page);
        Assert.Contains("Ceilings are what 280 test rows score", page);
        CollectionAssert.AreEqual(
            metrics.Columns.OrderBy(column => column.Shape).Select(column => column.Name).ToArray(),
            Regex.Matches(page, "<h3>(.*?)</h3>").Select(match => match.Groups[1].Value).ToArray());
        Assert.HasCount(metrics.ColumnPairs.Count, Regex.Matches(page, "class=\"cell\""));
    }

    [TestMethod]
    public void SaveHtml_Page_IsWellFormedAndNeedsNothingElse()
    {
        var real = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new
        {
            Heavy = Math.Exp(i),
            Text = i % 2 == 0 ? "<b>&\"" : "",
            When = new DateTime(2020, 1, 1).AddDays(i),
            Long = TimeSpan.FromHours(i),
            Same = 3,
            None = double.NaN,
        }));

        var page = Save(ML.Gan().EvaluateTabular(real, real));

        var (begin, end) = (page.IndexOf("<body>", StringComparison.Ordinal), page.IndexOf("</html>", StringComparison.Ordinal));
        var body = XElement.Parse(page[begin..end].Replace("&nbsp;", " "));
        Assert.Contains("<b>&\"", body.Value);
        Assert.Contains("2020-01-01", body.Value);
        Assert.Contains("Ceilings are what 50 real rows, drawn with replacement, score", body.Value);
        Assert.IsFalse(Regex.IsMatch(page, "src=|href=|@import|url\\("));
        Assert.DoesNotContain("NaN", page);
    }

    private static string Save(TabularGanMetrics metrics)
    {
        var path = Path.GetTempFileName();
        try
        {
            metrics.SaveHtml(path);
            return File.ReadAllText(path);
        }
        finally { File.Delete(path); }
    }
}
