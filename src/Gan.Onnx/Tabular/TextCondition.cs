using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>A column of texts; its cells mean what texts mean.</summary>
internal sealed class TextCondition(TabularColumn column) : ColumnCondition(column)
{
    protected override string MissingText => "''";

    protected override bool HasPresentCells => true;

    public override ValueGetter<long> Reader(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<ReadOnlyMemory<char>>(column);
        var categories = Categories.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlyMemory<char> cell = default;
        return (ref long code) =>
        {
            getter(ref cell);
            if (!categories.TryGetValue(cell.Span, out code) && !TryGetCode(cell.ToString(), out code)) throw NoCode(cell, row);
        };
    }
}
