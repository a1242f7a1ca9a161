using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Vectors.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Makes the networks' numbers of rows that are kept as they came.</summary>
internal sealed class RowEncoding(FeatureFormat format, SampleSchema schema, FeatureScaling scaling, Device device)
{
    private readonly Func<Tensor, Tensor> _scale = scaling.ToNetwork(device);

    /// <value>Whether all rows together are kept as the networks' numbers. Bytes are not: those would take four times the room.</value>
    public bool IsAhead => format.TensorType == ScalarType.Float32;

    /// <summary>Rows that are kept as they came, (N, ...sample shape), as the networks' numbers, (N, ...network shape).</summary>
    public Tensor Encode(Tensor rows)
    {
        using var scope = NewDisposeScope();
        return _scale(rows.to(ScalarType.Float32)).MoveToOuterDisposeScope();
    }

    /// <summary>Some rows.</summary>
    public Batch ToBatch(ReadOnlySpan<byte> values, ReadOnlySpan<long> classes)
    {
        using var scope = NewDisposeScope();
        return new(Encode(Load(values, classes.Length)).MoveToOuterDisposeScope(), Classes(classes)?.MoveToOuterDisposeScope());
    }

    /// <summary>All rows of a store, which is empty afterwards: (N, ...) as they are kept, and their classes.</summary>
    public (Tensor Rows, Tensor? Classes) LoadAll(RowStore store)
    {
        using var scope = NewDisposeScope();
        long[] shape = [store.Count, .. (IsAhead ? scaling.Layout.NetworkShape : schema.Shape).Select(size => (long)size)];
        var rows = empty(shape, format.TensorType, device);
        var classes = schema.HasClasses ? empty([store.Count], ScalarType.Int64, device) : null;
        var start = 0L;
        foreach (var part in store.Empty())
        {
            using var ofPart = NewDisposeScope();
            var count = part.Classes.Count;
            var loaded = Load(part.Values, count);
            rows.narrow(0, start, count).copy_(IsAhead ? Encode(loaded) : loaded);
            classes?.narrow(0, start, count).copy_(Classes(part.Classes)!);
            start += count;
        }
        return (rows.MoveToOuterDisposeScope(), classes?.MoveToOuterDisposeScope());
    }

    private Tensor Load(ReadOnlySpan<byte> values, int count)
    {
        var rows = empty(schema.ShapeOf(count), format.TensorType);
        values.CopyTo(rows.bytes);
        return rows.OnDevice(device);
    }

    private Tensor? Classes(ReadOnlySpan<long> classes) => schema.HasClasses ? tensor(classes.ToArray()).OnDevice(device) : null;
}
