using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Texts, which come back as they were.</summary>
internal sealed record TextForm : ColumnForm
{
    public override string Kind => "Texts";

    public override bool CanRead(string text) => true;

    public override DataFrameColumn Read(string name, ColumnCells cells) => new StringDataFrameColumn(name, cells.Select(text => text ?? ""));

    public override Func<string?> Writer(DataViewRow row, DataViewSchema.Column column) =>
        Cells.Of<ReadOnlyMemory<char>>(row, column, text => text.IsEmpty ? null : text.ToString());

    public override string ToGiven(string text) => text;
}
