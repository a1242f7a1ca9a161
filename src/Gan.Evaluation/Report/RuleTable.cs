using System.Net;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>How many rows keep each rule, as a table of the page.</summary>
internal static class RuleTable
{
    /// <summary>The table; nothing without rules.</summary>
    public static string Write(IReadOnlyList<TabularRuleMetrics> rules) => rules.Count == 0
        ? ""
        : $"""
        <h2>Rules</h2>
        <p>The share of rows that keep each rule.</p>
        <table><tr><th>Rule</th><th class="number">Real</th><th class="number">Test</th><th class="number">Synthetic</th></tr>
        {string.Concat(rules.Select(Row))}</table>

        """;

    private static string Row(TabularRuleMetrics rule) =>
        $"<tr><td>{WebUtility.HtmlEncode(rule.Rule)}</td><td class=\"number\">{Figures.Share(rule.Real)}</td>" +
        $"<td class=\"number\">{(rule.Test is { } test ? Figures.Share(test) : Figures.NotMeasured)}</td>" +
        $"<td class=\"number\">{Figures.Share(rule.Synthetic)}</td></tr>\n";
}
