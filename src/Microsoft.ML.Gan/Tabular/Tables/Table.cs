using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>A table that a GAN is trained on.</summary>
/// <param name="Columns">Its columns; all have as many rows.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns)
{
    /// <value>The columns beside these that name rows.</value>
    public IReadOnlyList<TabularIdentifier> Identifiers { get; init; } = [];

    /// <value>What rules say of its columns.</value>
    public IReadOnlyList<RuleConstraint> Constraints { get; init; } = [];

    /// <value>By the names of columns that go together only as they do here, the name of the hidden column that says how.</value>
    public IReadOnlyDictionary<string, string> JoinedInto { get; init; } = new Dictionary<string, string>();

    /// <value>Of which table these rows are a sample; null if they are all.</value>
    public TableSample? Sample { get; init; }

    public int RowCount => Columns[0].RowCount;

    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableColumn Find(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException(
            $"The table must have a column '{name}', but has {string.Join(", ", Columns.Select(column => $"'{column.Name}'"))}. Add it.");

    /// <summary>The hidden column that decides a column; null if none does.</summary>
    public CategoryColumn? JointOf(TableColumn column) => JoinedInto.TryGetValue(column.Name, out var joint) ? (CategoryColumn)Find(joint) : null;

    /// <summary>Whether a rule needs a column's own number, which then follows from no other column.</summary>
    public bool NeedsNumberOf(TableColumn column) => Constraints.Any(constraint => constraint switch
    {
        ColumnOrder order => order.Lesser == column.Name || order.Greater == column.Name,
        ColumnSum sum => sum.Total == column.Name || sum.Parts.Contains(column.Name),
        ColumnStep step => step.Column == column.Name,
        _ => false,
    });

    /// <summary>Whether a column is the sum of others.</summary>
    public bool IsTotal(TableColumn column) => Constraints.OfType<ColumnSum>().Any(sum => sum.Total == column.Name);

    public int IndexOf(TableColumn column) => Columns.Index().Single(own => own.Item == column).Index;
}
