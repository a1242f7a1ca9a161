using Gan.Evaluation.Images.Features;
using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Images;

/// <summary>The images of a view, read row by row.</summary>
internal sealed class ImageView
{
    private readonly string _role, _pixels;
    private readonly string? _label;
    private readonly IDataView _view;

    /// <param name="mlContext">Turns labels into texts.</param>
    /// <param name="role">What messages call it: "real".</param>
    /// <param name="view">The view.</param>
    /// <param name="pixels">Its column of pixels.</param>
    /// <param name="label">Its column of classes; null for none.</param>
    public ImageView(MLContext mlContext, string role, IDataView view, string pixels, string? label)
    {
        (_role, _pixels, _label) = (role, pixels, label);
        var column = view.Schema.Find("pixel", pixels);
        if (column.Type is not VectorDataViewType { IsKnownSize: true } vector || vector.ItemType != NumberDataViewType.Single)
            throw SchemaExtensions.Mismatch("pixel", pixels, "a vector of Single of known size", column.Type);
        Type = vector;
        _view = label is null ? view : WithTexts(mlContext, view, view.Schema.Find("label", label));
    }

    public VectorDataViewType Type { get; }

    /// <summary>The rows' number; they are counted where the view does not know it.</summary>
    public int Count()
    {
        if (_view.GetRowCount() is { } known) return checked((int)known);
        using var cursor = _view.GetRowCursor([]);
        var count = 0;
        while (cursor.MoveNext()) count++;
        return count;
    }

    /// <summary>Reads some rows, in the view's order.</summary>
    /// <param name="positions">Which rows.</param>
    /// <param name="shape">The images' shape.</param>
    /// <param name="black">The value that becomes 0.</param>
    /// <param name="white">The value that becomes 1.</param>
    /// <exception cref="ArgumentException">The images are of another size, or a pixel is no number.</exception>
    public IEnumerable<(int Position, float[] Pixels, string Label)> Rows(
        IEnumerable<int> positions, ImageShape shape, float black, float white)
    {
        var wanted = positions.ToHashSet();
        using var cursor = _view.GetRowCursor(_view.Schema.Where(column => column.Name == _pixels || column.Name == _label));
        var getPixels = cursor.GetGetter<VBuffer<float>>(_view.Schema[_pixels]);
        var getLabel = _label is null ? null : cursor.GetGetter<ReadOnlyMemory<char>>(_view.Schema[_label]);
        VBuffer<float> buffer = default;
        ReadOnlyMemory<char> label = default;
        for (var row = 0; wanted.Count > 0 && cursor.MoveNext(); row++)
        {
            if (!wanted.Remove(row)) continue;
            getPixels(ref buffer);
            getLabel?.Invoke(ref label);
            var pixels = buffer.DenseValues().Select(value => (value - black) / (white - black)).ToArray();
            if (pixels.Length != shape.Size)
                throw new ArgumentException($"The {_role} images must have {shape.Size} values, but row {row} has {pixels.Length}.");
            if (!pixels.All(float.IsFinite)) throw new ArgumentException($"Pixels must be finite, but row {row} of the {_role} images has others.");
            yield return (row, pixels, label.ToString());
        }
    }

    private static IDataView WithTexts(MLContext mlContext, IDataView view, DataViewSchema.Column label)
    {
        if (label.Type is KeyDataViewType && label.HasKeyValues())
            view = mlContext.Transforms.Conversion.MapKeyToValue(label.Name).Fit(view).Transform(view);
        return view.Schema[label.Name].Type is TextDataViewType
            ? view
            : mlContext.Transforms.Conversion.ConvertType(label.Name, outputKind: DataKind.String).Fit(view).Transform(view);
    }
}
