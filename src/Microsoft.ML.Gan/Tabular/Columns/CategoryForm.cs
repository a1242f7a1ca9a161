using System.Text.Json.Serialization;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column of categories: a choice of one of its slots. A column with a single category has nothing to choose.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Missing">The choice between there and missing; null if no cell is missing.</param>
/// <param name="Categories">The categories, the commonest first: the code of a category is its place.</param>
/// <param name="Choice">The index of the choice of a slot; null for a column of one category.</param>
internal sealed record CategoryForm(int Index, ColumnSchema Schema, MissingForm? Missing, IReadOnlyList<Category> Categories, int? Choice)
    : ColumnForm(Index, Schema, TabularColumnRole.Categorical, Missing)
{
    /// <value>Which categories share a slot.</value>
    [JsonIgnore]
    public SharedSlots Slots { get; } = SharedSlots.Of(Categories);

    public override int? ValueChoice => Choice;

    public override bool CanStandInConditions => !Schema.IsHidden;

    public override IReadOnlyList<string> CategoryTexts => [.. Categories.Select(category => category.Text)];

    /// <summary>Encodes the cells. A category that was not learnt has no slot.</summary>
    public override void Encode(Table table, TableColumn column, EncodedRows rows)
    {
        Missing?.Encode(column, rows);
        if (Choice is { } choice) rows.Slots[choice] = Slots.SlotsOf(((CategoryColumn)column).CodesAmong(Categories));
    }

    public override OnnxValue Decode(IDecodedRow row) => CellValues.OfCategories(row.Graph, Schema, Categories, row.Code(Index));

    /// <summary>Writes the codes: what the slot stands for, or is drawn among the categories that share it, or what is given.</summary>
    public OnnxValue DecodeCode(IDecodedRow row)
    {
        var code = Choice is { } choice ? row.Slot(choice) : row.OrGiven(this, row.Everywhere(0));
        if (!Slots.IsOneToOne) code = row.OrGiven(this, Slots.Draw(row.Graph, row.Uniform(this), code));
        return Missing is null ? code : row.Graph.Where(Missing.Decode(row), row.Graph.Constant([(long)Categories.Count], 1), code);
    }
}
