using Gan.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Testing;

/// <summary>The elements of a column's tensor, as plain ONNX Runtime has them.</summary>
internal sealed class TensorElements(OrtValue tensor) : ICellMaker<object[]>
{
    public static object[] Of(OrtValue tensor, TabularValueType type) => TabularValues.Of(type).Make(new TensorElements(tensor));

    public object[] OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
        where TElement : unmanaged => [.. tensor.GetTensorDataAsSpan<TElement>().ToArray().Cast<object>()];

    public object[] OfTexts() => [.. tensor.GetStringTensorAsArray()];
}
