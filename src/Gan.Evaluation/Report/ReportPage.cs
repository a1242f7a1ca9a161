using System.Net;
using Gan.Evaluation.Tables;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>The measures of a synthetic table as one HTML page that needs nothing else.</summary>
internal sealed class ReportPage(TabularGanMetrics metrics, EvaluatedTable real, EvaluatedTable synthetic)
{
    private const int MostColumns = 60, MostInMap = 40, MostPairs = 12;

    private static readonly string Scale = $"1<span class=\"scale\"></span>{Figures.Score(HeatMap.DarkestTrend)}";

    public void Write(TextWriter writer) => writer.Write(
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Synthetic table</title>
        <style>
        {ReportStyle.Css}
        </style></head><body>
        <h1>Synthetic table</h1>
        <p>{Sizes()}
        Ceilings are what {Figures.Count(metrics.Ceiling.RowCount)} {CeilingRows()} score against the real ones.</p>
        <div class="cards">
        {ScoreCards.Write(metrics)}</div>
        {Remarks()}{Sections()}<h2>Columns{Most(MostColumns, WorstFirst().Count())}, worst first</h2>
        <p><span class="key real"></span>real<span class="key synthetic"></span>synthetic.
        Heights and lengths are square roots of shares, so that rare values can be seen.</p>
        <div class="columns">
        {string.Concat(WorstFirst().Take(MostColumns).Select(Column))}</div>
        {Pairs()}</body></html>

        """);

    private string Sizes() =>
        $"{Figures.Count(synthetic.RowCount)} synthetic rows against {Figures.Count(real.RowCount)} real ones, " +
        $"{Figures.Count(real.Columns.Count)} columns.";

    private string Sections() =>
        RuleTable.Write(metrics.Rules) + AttackSection.Write(metrics.Attacks) + ProtocolSection.Write(metrics.Protocol);

    private string CeilingRows() => metrics.Ceiling.IsResample ? "real rows, drawn with replacement," : "test rows";

    private string Remarks() => metrics.Remarks.Count == 0
        ? ""
        : $"<ul class=\"remarks\">{string.Concat(metrics.Remarks.Select(remark => $"<li>{Encoded(remark)}</li>"))}</ul>\n";

    /// <summary>The positions of the columns but for those that say nothing, which are identifiers of categories.</summary>
    private IEnumerable<int> WorstFirst() => Enumerable.Range(0, metrics.Columns.Count)
        .Where(position => metrics.Columns[position] is not { IsCategorical: true, Shape: null })
        .OrderBy(position => metrics.Columns[position].Shape ?? -1);

    private string Column(int position)
    {
        var column = metrics.Columns[position];
        var plot = real.Columns[position] is EvaluatedNumbers numbers
            ? Histogram.Draw(numbers, (EvaluatedNumbers)synthetic.Columns[position])
            : ShareBars.Draw((EvaluatedCategories)real.Columns[position], (EvaluatedCategories)synthetic.Columns[position]);
        var missing = column is { IsCategorical: false, RealMissingRate: > 0 } or { IsCategorical: false, SyntheticMissingRate: > 0 }
            ? $"missing: {Figures.Share(column.RealMissingRate)} real, {Figures.Share(column.SyntheticMissingRate)} synthetic"
            : null;
        var note = missing is null ? "" : $"<div class=\"note\">{missing}</div>";
        var head = $"<div class=\"head\"><h3>{Encoded(column.Name)}</h3><span>{Figures.Score(column.Shape)}</span></div>";
        return $"<div class=\"card\">{head}{plot}{note}</div>\n";
    }

    private string Pairs()
    {
        if (metrics.ColumnPairs.Count == 0) return "";
        var columns = WorstFirst().Take(MostInMap).Order().Select(position => metrics.Columns[position].Name).ToArray();
        return
            $"""
            <h2>Pairs of columns{Most(MostInMap, WorstFirst().Count(), "columns with the worst shapes")}</h2>
            <p>How alike two columns go together in both tables: {Scale} and less.
            A dot marks a strong pair, a dashed frame one that was not measured.</p>
            <div class="card">{HeatMap.Draw(columns, metrics.ColumnPairs)}</div>
            <h2>Worst pairs</h2>
            <p>The association is Pearson's correlation of numbers, Cramér's V of others.</p>
            <table><tr><th>Columns</th><th class="number">Trend</th><th class="number">Association of the real columns</th></tr>
            {string.Concat(metrics.ColumnPairs.OrderBy(pair => pair.Trend).Take(MostPairs).Select(Row))}</table>

            """;
    }

    private static string Row(TabularPairMetrics pair) =>
        $"<tr><td>{Encoded(pair.First)} – {Encoded(pair.Second)}</td><td class=\"number\">{Figures.Score(pair.Trend)}</td>" +
        $"<td class=\"number\">{Figures.Score(pair.RealAssociation)}{(pair.IsStrong ? " strong" : "")}</td></tr>\n";

    private static string Most(int most, int count, string what = "worst") => count <= most ? "" : $" (the {most} {what} of {Figures.Count(count)})";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
