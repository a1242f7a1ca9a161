using System.Globalization;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>The rows of a table that break a rule.</summary>
internal sealed class RuleBreaches
{
    private const int MostShown = 5;

    private readonly IReadOnlyList<TabularRule> _rules;
    private readonly List<long>[] _first;
    private readonly long[] _counts;
    private readonly long _rows;

    public RuleBreaches(IReadOnlyList<TabularRule> rules, IDataView data, CancellationToken cancellationToken)
    {
        _rules = rules;
        _first = [.. rules.Select(_ => new List<long>())];
        _counts = new long[rules.Count];
        using var cursor = data.GetRowCursor(
            rules.Any(rule => rule.ColumnNames.Count == 0)
                ? data.Schema
                : rules.SelectMany(rule => rule.ColumnNames).Distinct().Select(name => data.Schema[name]));
        RuleCheck[] checks = [.. rules.Select(rule => rule.On(cursor))];
        for (; cursor.MoveNext(); _rows++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var keepsAll = true;
            foreach (var (place, check) in checks.Index())
            {
                if (check.Holds()) continue;
                keepsAll = false;
                if (_counts[place]++ < MostShown) _first[place].Add(_rows + 1);
            }
            if (!keepsAll) Rows.Add(_rows);
            else foreach (var check in checks) check.Take?.Invoke();
        }
    }

    /// <value>The rows, from 0.</value>
    public HashSet<long> Rows { get; } = [];

    /// <summary>A sentence on each rule that is broken, with the numbers of the first rows that do, from 1.</summary>
    public IEnumerable<string> Describe() => _rules.Index().Where(rule => _counts[rule.Index] > 0).Select(rule => string.Create(
        CultureInfo.InvariantCulture,
        $"The rule '{rule.Item}' must hold of all training rows, but {_counts[rule.Index]:N0} of {_rows:N0} break it: ") +
        $"{(_counts[rule.Index] > MostShown ? "first " : "")}{(_counts[rule.Index] == 1 ? "row" : "rows")} {string.Join(
            ", ", _first[rule.Index].Select(row => row.ToString("N0", CultureInfo.InvariantCulture)))}. " +
        $"Correct or drop them, or learn from the other rows with RuleBreakers = {nameof(TabularRuleBreakers.LeaveOut)}.");
}
