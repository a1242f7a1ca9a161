using Gan.Onnx.Rules;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>The rules of a fit, from what they ask of the training table to what its columns are by them.</summary>
/// <param name="rules">The rules.</param>
internal sealed class RulesOfTable(IReadOnlyList<TabularRule> rules)
{
    private readonly IReadOnlyList<RuleConstraint> _constraints = [.. rules.SelectMany(rule => rule.Constraints)];

    /// <summary>The rows that keep all rules.</summary>
    /// <param name="data">The training table.</param>
    /// <param name="breakers">What becomes of the others.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The table itself, if no row breaks a rule.</returns>
    /// <exception cref="ArgumentException">A rule does not fit the table, or rows break it that are not to be left out.</exception>
    public IDataView Check(IDataView data, TabularRuleBreakers breakers, CancellationToken cancellationToken)
    {
        if (rules.Count == 0) return data;
        var problems = rules.SelectMany(rule => rule.Problems(data.Schema)).Distinct().ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems));
        var breaches = new RuleBreaches(rules, data, cancellationToken);
        if (breaches.Rows.Count == 0) return data;
        return breakers == TabularRuleBreakers.LeaveOut ? new RowsWithout(data, breaches.Rows) : throw new ArgumentException(
            string.Join(Environment.NewLine, breaches.Describe()));
    }

    /// <summary>The roles of columns, with those of columns that rules need the numbers of.</summary>
    /// <param name="given">The roles that are asked for; null for none.</param>
    /// <exception cref="ArgumentException">A column is to be of categories whose numbers a rule needs.</exception>
    public IReadOnlyDictionary<string, TabularColumnRole>? Roles(IReadOnlyDictionary<string, TabularColumnRole>? given)
    {
        var joined = _constraints.OfType<JoinedColumns>().SelectMany(joined => joined.Columns).ToHashSet();
        var roles = given?.ToDictionary() ?? [];
        foreach (var name in _constraints.SelectMany(NumbersOf).Distinct().Where(name => !joined.Contains(name)))
        {
            if (roles.TryAdd(name, TabularColumnRole.Numeric)) continue;
            if (roles[name] is TabularColumnRole.Numeric or TabularColumnRole.Integer or TabularColumnRole.Date) continue;
            throw new ArgumentException(
                $"Column '{name}' must be of numbers for the rule '{RuleOf(name)}', but ColumnRoles says {roles[name]}. "
                + "Leave its role to be inferred, or leave the rule out.");
        }
        return roles.Count > 0 ? roles : given;
    }

    /// <summary>The table with what rules say of its columns.</summary>
    /// <exception cref="ArgumentException">A column is not learnt, or can't be what its rules make it.</exception>
    public Table Prepare(Table table)
    {
        foreach (var rule in rules.Where(rule => rule.Keeping == RuleKeeping.Sample && IsOfPersonalData(rule, table)))
        {
            throw new ArgumentException(
                $"The rule '{rule}' must name columns that are learnt or identifiers, but names personal data. " +
                "Give them another role in ColumnRoles, or leave the rule out.");
        }
        if (_constraints.Count == 0) return table;
        var made = table.Columns.Select(column => column.Name).ToHashSet();
        var named = rules.Where(rule => rule.Keeping == RuleKeeping.File).SelectMany(rule => rule.ColumnNames);
        foreach (var name in named.Where(name => !made.Contains(name)))
        {
            throw new ArgumentException(
                $"Column '{name}' must be learnt for the rule '{RuleOf(name)}', but it names rows or is not among the columns to learn. "
                + "Give it another role in ColumnRoles, or leave the rule out.");
        }
        table = new ColumnJoin(_constraints, RuleOf).Join(SumGrids.Widen(table, _constraints.OfType<ColumnSum>()));
        foreach (var name in _constraints.SelectMany(NumbersOf).Where(table.JoinedInto.ContainsKey))
        {
            if (_constraints.Where(constraint => NumbersOf(constraint).Contains(name))
                .All(constraint => NumbersOf(constraint).All(other => table.JoinedInto.GetValueOrDefault(other) == table.JoinedInto[name]))) continue;
            throw new ArgumentException(
                $"Column '{name}' must be of the rule '{RuleOf(name)}' or of fixed combinations, but is of both. Leave one of the rules out.");
        }
        var own = _constraints.Where(constraint => !NumbersOf(constraint).Any(table.JoinedInto.ContainsKey));
        return table with { Constraints = [.. own] };
    }

    /// <summary>Whether a rule is of names or addresses that are made anew, of which two rows may have the same.</summary>
    private static bool IsOfPersonalData(TabularRule rule, Table table)
    {
        var named = table.Identifiers.Where(column => rule.ColumnNames.Contains(column.Name)).ToList();
        return named.Count > 0 && named.TrueForAll(column => column.Personal is not null);
    }

    /// <summary>The columns whose own numbers a constraint needs.</summary>
    private static IEnumerable<string> NumbersOf(RuleConstraint constraint) => constraint switch
    {
        ColumnOrder order => [order.Lesser, order.Greater],
        ColumnSum sum => [sum.Total, .. sum.Parts],
        _ => [],
    };

    private string RuleOf(string column) => rules.First(rule => rule.ColumnNames.Contains(column)).ToString();
}
