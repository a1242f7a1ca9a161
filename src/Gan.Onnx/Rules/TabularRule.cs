using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>What must hold of every row of a table, and holds of every row that is made: <see cref="TabularRules"/> makes them.</summary>
/// <remarks>
/// Its text is what <see cref="TabularRules.Parse"/> reads. A row with a missing cell keeps a rule, unless the rule says otherwise.
/// </remarks>
public abstract class TabularRule
{
    /// <param name="columns">The columns that the rule is of.</param>
    private protected TabularRule(IEnumerable<string> columns) => ColumnNames = [.. columns.Distinct()];

    /// <value>The columns that the rule is of; empty for a predicate of one's own, which may read any.</value>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The rule's text.</summary>
    public abstract override string ToString();

    /// <value>How made rows keep it.</value>
    internal virtual RuleKeeping Keeping => RuleKeeping.File;

    /// <value>What the rule is to the columns of a table, for what makes rows; empty where rows are drawn again.</value>
    internal virtual IEnumerable<RuleConstraint> Constraints => [];

    /// <value>Whether its columns must be of one kind, which has an order: numbers, dates or spans of time.</value>
    private protected virtual bool ComparesNumbers => false;

    /// <summary>Begins to check rows, from the first.</summary>
    /// <param name="row">The row: what it is at when it is asked.</param>
    internal abstract RuleCheck On(DataViewRow row);

    /// <summary>The rule as a table shows it, for one that says no more than what goes together there.</summary>
    internal virtual TabularRule SeenIn(IDataView table) => this;

    /// <summary>What of the rule does not fit a table.</summary>
    internal virtual IEnumerable<string> Problems(DataViewSchema schema)
    {
        (string Name, TabularValue Value)? first = null;
        foreach (var name in ColumnNames)
        {
            if (schema.GetColumnOrNull(name) is not { } column)
            {
                yield return $"The rule '{this}' must name columns of the table, but names '{name}'. "
                    + $"The columns are: {string.Join(", ", schema.Where(one => !one.IsHidden).Select(one => $"'{one.Name}'"))}.";
                continue;
            }
            if (TabularValues.Of(column) is not { } value || (ComparesNumbers && value.IsNominal))
                yield return $"Column '{name}' of the rule '{this}' must be of "
                    + $"{(ComparesNumbers ? "numbers, dates or spans of time" : "single values")}, but is {column.Type}. "
                    + "Convert it, or leave the rule out.";
            else if (ComparesNumbers && first is { } other && (other.Value.Quantity, other.Value.Zero) != (value.Quantity, value.Zero))
                yield return $"Columns '{other.Name}' and '{name}' of the rule '{this}' must be of one kind, "
                    + $"but are {other.Value.Type} and {value.Type}. Convert one, or leave the rule out.";
            else first ??= (name, value);
        }
    }
}
