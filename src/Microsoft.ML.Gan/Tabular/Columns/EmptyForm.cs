using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column that has no value in any row: it is carried along, and the networks know nothing of it.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">The role of its values, if it had any.</param>
internal sealed record EmptyForm(int Index, ColumnSchema Schema, TabularColumnRole Role) : ColumnForm(Index, Schema, Role, Missing: null)
{
    public override bool HasMissing => true;

    public override void Encode(Table table, TableColumn column, EncodedRows rows)
    {
        // there is nothing to say
    }

    public override OnnxValue Decode(IDecodedRow row) => CellValues.OfCategories(row.Graph, Schema, [], row.Everywhere(0));
}
