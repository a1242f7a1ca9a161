using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Texts; empty where missing.</summary>
internal sealed class TextValue() : TabularValueOf<ReadOnlyMemory<char>>(TabularValueType.Text, OnnxElementType.Text, TextDataViewType.Instance)
{
    public override Quantity? Quantity => null;

    public override string MissingText => "''";

    public override CellReader<ReadOnlyMemory<char>> Read(DataViewRow row, DataViewSchema.Column column) =>
        Read<ReadOnlyMemory<char>>(row, column, text => text);

    public override bool IsMissing(ReadOnlyMemory<char> form) => form.IsEmpty;

    public override string TextOf(ReadOnlyMemory<char> form) => form.ToString();

    public override bool TryParse(string text, out ReadOnlyMemory<char> form)
    {
        form = text.AsMemory();
        return true;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfTexts();
}
