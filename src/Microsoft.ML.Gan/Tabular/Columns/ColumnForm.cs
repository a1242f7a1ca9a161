using System.Text.Json.Serialization;
using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// What a column of the table is to the networks: it encodes cells, decodes them in the file, and describes itself there. It holds no row of the
/// table.
/// </summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">The role of its values.</param>
/// <param name="Missing">The choice between there and missing; null if no cell is missing.</param>
[JsonDerivedType(typeof(CategoryForm), "category")]
[JsonDerivedType(typeof(NumberForm), "number")]
[JsonDerivedType(typeof(DerivedCategoryForm), "derived category")]
[JsonDerivedType(typeof(DerivedNumberForm), "derived number")]
[JsonDerivedType(typeof(AffineForm), "affine number")]
[JsonDerivedType(typeof(EmptyForm), "empty")]
internal abstract record ColumnForm(int Index, ColumnSchema Schema, TabularColumnRole Role, MissingForm? Missing)
{
    public string Name => Schema.Name;

    /// <value>The values of the training table that too few rows had: they are not in the file.</value>
    public RareCategories Rare { get; init; }

    /// <value>How its cells are spread over the training rows; null where that is not known.</value>
    public ColumnShares? Shares { get; init; }

    /// <value>The index of the choice between there and missing; null if no cell is missing.</value>
    public int? Presence => Missing?.Choice;

    /// <value>Whether cells may be missing.</value>
    public virtual bool HasMissing => Missing is not null;

    /// <value>The index of the choice of the column's category; null if it has none.</value>
    public virtual int? ValueChoice => null;

    /// <value>The texts of its categories; empty for numbers.</value>
    public virtual IReadOnlyList<string> CategoryTexts => [];

    /// <value>Whether the networks know conditions on the column: there is something to choose.</value>
    public bool CanBeGiven => Presence is not null || ValueChoice is not null;

    /// <value>Whether the file takes conditions on the column: a single category can be given too, and changes nothing.</value>
    public virtual bool CanStandInConditions => Presence is not null;

    /// <value>Whether its cells are numbers, which can be given.</value>
    public virtual bool HasNumbers => false;

    /// <value>Whether its cells follow from another column's.</value>
    public virtual bool IsDerived => false;

    /// <summary>Encodes the cells of a column, which was read with <see cref="Role"/>.</summary>
    /// <param name="table">The table that the column stands in.</param>
    /// <param name="column">The column.</param>
    /// <param name="rows">Takes them.</param>
    public abstract void Encode(Table table, TableColumn column, EncodedRows rows);

    /// <summary>Writes the column's values, of its own type: (N, 1).</summary>
    /// <param name="row">What is decoded of the row.</param>
    public abstract OnnxValue Decode(IDecodedRow row);

    /// <summary>The knots and values that the file holds for its numbers.</summary>
    /// <param name="schema">The table's.</param>
    protected virtual int KnotsIn(TableSchema schema) => 0;

    /// <summary>What the file's manifest says of the column.</summary>
    /// <param name="schema">The table's.</param>
    /// <param name="output">The name of its output.</param>
    public TabularColumn Describe(TableSchema schema, string output) => new()
    {
        Name = Name,
        Tensor = output,
        Type = Schema.Value.Type,
        Role = Role.ToString().ToLowerInvariant(),
        HasMissing = HasMissing,
        Categories = CategoryTexts,
        Knots = KnotsIn(schema),
        IsDerived = IsDerived,
        Shares = Shares?.Categories ?? [],
        MissingShare = Shares?.Missing,
        Histogram = Shares?.Histogram,
        Traits = Schema.Value.Traits,
        RareCategories = Rare.Count,
        RareShare = Rare.Share,
    };
}
