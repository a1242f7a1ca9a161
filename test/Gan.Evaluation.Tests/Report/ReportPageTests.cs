using System.Globalization;
using System.Net;
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
    public void SaveHtml_Rules_TellsHowManyRowsOfEachTableKeepThem()
    {
        var (real, synthetic) = (Rows([(1, 2), (2, 3), (3, 4), (4, 5)]), Rows([(1, 2), (3, 2), (5, 9), (9, 1)]));
        TabularRule[] rules = [TabularRules.Inequality("A", "B"), TabularRules.FixedCombinations("A", "B"), TabularRules.Custom("<odd>", _ => true)];

        var metrics = ML.Gan().EvaluateTabular(real, synthetic, real, null, new TabularEvaluationOptions { Rules = rules });

        Assert.AreEqual(("A <= B", 1.0, 1.0, 0.5), Of(metrics.Rules[0]));
        Assert.AreEqual(("combinations: A, B", 1.0, 1.0, 0.25), Of(metrics.Rules[1]));
        var page = Save(metrics);
        Assert.Contains("<td>A &lt;= B</td><td class=\"number\">100 %</td><td class=\"number\">100 %</td><td class=\"number\">50 %</td>", page);
        Assert.Contains("custom: &lt;odd&gt;", page);
        Assert.DoesNotContain("<h2>Rules</h2>", Save(ML.Gan().EvaluateTabular(real, synthetic)));

        static (string, double, double, double) Of(TabularRuleMetrics rule) => (rule.Rule, rule.Real, rule.Test!.Value, rule.Synthetic);

        static IDataView Rows((int A, int B)[] rows) => ML.Data.LoadFromEnumerable(rows.Select(row => new Pair { A = row.A, B = row.B }));
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

    [TestMethod]
    public void SaveHtml_FiguresThatWereNotMeasured_HaveNeitherBarNorColour()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new { Same = 3, X = i / 7.0, Y = i * i / 7.0 }));
        var metrics = ML.Gan().EvaluateTabular(rows, rows);

        var page = Save(metrics);

        Assert.IsNull(metrics.DetectionAuc);
        Assert.Contains("<div class=\"card\">Detection AUC<b><span class=\"none\">not measured</span></b><p>", page);
        Assert.Contains("<title>Same – X: not measured</title>", page);
        Assert.HasCount(2, Regex.Matches(page, "class=\"unmeasured\""));                      // the pairs of the column that does not vary
        Assert.HasCount(1, Regex.Matches(page, "class=\"cell\""));
        foreach (var remark in metrics.Remarks) Assert.Contains($"<li>{WebUtility.HtmlEncode(remark)}</li>", page);
    }

    [TestMethod]
    public void SaveHtml_LabelThatNothingPredicts_HasAnEmptyBar()
    {
        var random = new Random(3);
        IDataView Rows(int count) => ML.Data.LoadFromEnumerable(
            Enumerable.Range(0, count).Select(_ => new { X = random.NextDouble(), Y = random.NextDouble() }).ToList());
        var metrics = ML.Gan().EvaluateTabular(Rows(200), Rows(200), Rows(200), "Y");

        Assert.IsLessThan(0, metrics.RealUtility!.RSquared!.Value);
        Assert.IsLessThan(0, metrics.SyntheticUtility!.RSquared!.Value);
        Assert.Contains(
            $"Utility (R²)<b>{metrics.SyntheticUtility.RSquared.Value.ToString("0.000", CultureInfo.InvariantCulture)}</b>" +
            "<div class=\"meter\"><i style=\"width:0%\">", Save(metrics));
    }

    [TestMethod]
    public void SaveHtml_Identifiers_AreNamedButNotDrawn()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new { Name = $"N{i}", X = i / 7.0, Y = i * i / 7.0 }));

        var page = Save(ML.Gan().EvaluateTabular(rows, rows));

        Assert.Contains("<li>Column &#39;Name&#39; is an identifier:", page);
        Assert.DoesNotContain("<h3>Name</h3>", page);
        Assert.DoesNotContain("Name –", page);
    }

    [TestMethod]
    public void SaveHtml_AnyCulture_GivesTheSamePage()
    {
        var metrics = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Synthetic, MixedTable.Test, "label");
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
        (other.DateTimeFormat.DateSeparator, other.DateTimeFormat.TimeSeparator) = ("/", ".");
        var expected = Save(metrics);

        var own = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.AreEqual(expected, Save(metrics));
        }
        finally { CultureInfo.CurrentCulture = own; }
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

    private sealed class Pair
    {
        public int A { get; set; }

        public int B { get; set; }
    }
}
