using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Validity;

/// <summary>How many rows of tables keep rules.</summary>
/// <param name="rules">The rules.</param>
internal sealed class RuleMeasure(IReadOnlyList<TabularRule> rules)
{
    /// <summary>Checks the tables, which are read once more.</summary>
    /// <param name="real">The real table; it shows what goes together.</param>
    /// <param name="synthetic">The synthetic one.</param>
    /// <param name="test">Other real rows; null for none.</param>
    /// <exception cref="ArgumentException">A rule does not fit a table.</exception>
    public IReadOnlyList<TabularRuleMetrics> Of(IDataView real, IDataView synthetic, IDataView? test)
    {
        if (rules.Count == 0) return [];
        foreach (var table in new[] { real, synthetic, test }.OfType<IDataView>())
        {
            var problems = rules.SelectMany(rule => rule.Problems(table.Schema)).Distinct().ToList();
            if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems));
        }
        TabularRule[] seen = [.. rules.Select(rule => rule.SeenIn(real))];
        var (ofReal, ofSynthetic, ofTest) = (Shares(seen, real), Shares(seen, synthetic), test is null ? null : Shares(seen, test));
        return [.. rules.Select((rule, place) => new TabularRuleMetrics
        {
            Rule = rule.ToString(),
            Real = ofReal[place],
            Synthetic = ofSynthetic[place],
            Test = ofTest?[place],
        })];
    }

    private static double[] Shares(TabularRule[] rules, IDataView table)
    {
        using var cursor = table.GetRowCursor(rules.Any(rule => rule.ColumnNames.Count == 0)
            ? table.Schema
            : rules.SelectMany(rule => rule.ColumnNames).Distinct().Select(name => table.Schema[name]));
        var checks = Array.ConvertAll(rules, rule => rule.On(cursor));
        var (kept, rows) = (new int[rules.Length], 0);
        for (; cursor.MoveNext(); rows++)
        {
            for (var place = 0; place < rules.Length; place++)
            {
                if (checks[place].Holds()) kept[place]++;
                checks[place].Take?.Invoke();
            }
        }
        return Array.ConvertAll(kept, count => (double)count / rows);
    }
}
