using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The map between the data's own units and the networks': data = network · scale + offset.</summary>
/// <remarks>
/// A vector has a scale and an offset for each slot; an image has one for all its pixels. A slot that never changes has the scale 0, so that
/// samples have just its value. The map is part of the exported graphs.
/// </remarks>
internal sealed class FeatureScaling
{
    private const double LeastScale = 1e-37, GreatestScale = 1e37;    // a sample of ten deviations, and the inverse of a scale, are finite

    private readonly float[] _scale;
    private readonly float[] _offset;

    private FeatureScaling(float[] scale, float[] offset, double greatestSize, SampleLayout layout)
    {
        _scale = scale;
        _offset = offset;
        GreatestSize = greatestSize;
        Layout = layout;
    }

    /// <value>The greatest size of a value that the map was learnt from.</value>
    public double GreatestSize { get; }

    /// <value>How samples lie in what the networks make.</value>
    public SampleLayout Layout { get; }

    /// <summary>The slots that are scaled apart, in samples of a shape.</summary>
    public static int SlotsOf(IReadOnlyList<int> sampleShape) => sampleShape.Count == 1 ? sampleShape[0] : 1;

    /// <summary>Learns the map from the data.</summary>
    /// <param name="statistics">What is known of the values.</param>
    /// <param name="sampleShape">The shape of a row.</param>
    /// <param name="range">The range of the generator's raw output.</param>
    /// <param name="networkShape">The shape that the networks make; null for that of a row.</param>
    /// <exception cref="ArgumentException">The values lie too far apart, or too close together, for single precision.</exception>
    public static FeatureScaling Fit(
        FeatureStatistics statistics, IReadOnlyList<int> sampleShape, GeneratorRange range, IReadOnlyList<int>? networkShape = null)
    {
        SlotStatistics[] slots = [.. statistics.Slots];
        var pairs = Array.ConvertAll(slots, slot => range == GeneratorRange.Unbounded
            ? (Scale: slot.StandardDeviation, Offset: slot.Mean)
            : (Scale: (slot.Greatest - slot.Least) / 2, Offset: (slot.Greatest + slot.Least) / 2));
        foreach (var (slot, pair) in pairs.Index())
        {
            if (pair.Scale is 0 or (> LeastScale and < GreatestScale) && Math.Abs(pair.Offset) < GreatestScale) continue;
            var what = slots.Length == 1 ? "The features" : $"Slot {slot} of the features";
            var (least, greatest) = (slots[slot].Least, slots[slot].Greatest);
            throw new ArgumentException(FormattableString.Invariant(
                $"{what} must be of sizes that single precision can scale, but lie from {least:G3} to {greatest:G3}. Multiply them by a constant."));
        }
        var greatestSize = slots.Max(slot => Math.Max(Math.Abs(slot.Least), Math.Abs(slot.Greatest)));
        return new(
            Array.ConvertAll(pairs, pair => (float)pair.Scale), Array.ConvertAll(pairs, pair => (float)pair.Offset), greatestSize,
            new SampleLayout(sampleShape, networkShape ?? sampleShape));
    }

    /// <summary>Writes the map.</summary>
    public void Save(StateWriter to)
    {
        to.Write("scale", _scale);
        to.Write("offset", _offset);
        to.Write("greatestSize", GreatestSize);
    }

    /// <summary>A map that <see cref="Save"/> has written, for samples that lie as these do.</summary>
    public FeatureScaling As(StateReader saved) => new(
        saved.ReadArray<float>("scale"), saved.ReadArray<float>("offset"), Math.Max(GreatestSize, saved.Read<double>("greatestSize")), Layout);

    /// <summary>The map from the data's units to the networks' on a device, (N, ...) to (N, ...), with what it needs there.</summary>
    public Func<Tensor, Tensor> ToNetwork(Device device)
    {
        var (offset, inverse) = (tensor(_offset, device: device), tensor(Array.ConvertAll(_scale, Inverse), device: device));
        return rows => Layout.ToNetwork((rows - offset) * inverse);
    }

    /// <summary>From the data's units to the networks': (N, ...) to (N, ...).</summary>
    public Tensor ToNetwork(Tensor rows) => ToNetwork(rows.device)(rows);

    /// <summary>From the networks' units to the data's: (N, ...) to (N, ...).</summary>
    public Tensor ToData(Tensor rows) =>
        (Layout.ToSample(rows) * tensor(_scale, device: rows.device)).Plus(tensor(_offset, device: rows.device));

    /// <summary>Writes <see cref="ToNetwork(Tensor)"/>.</summary>
    public OnnxValue ToNetwork(OnnxGraphBuilder graph, OnnxValue rows) => Layout.ToNetwork(graph, graph.Times(
        graph.Minus(rows, graph.Constant(_offset, _offset.Length)), graph.Constant(Array.ConvertAll(_scale, Inverse), _scale.Length)));

    /// <summary>Writes <see cref="ToData(Tensor)"/>.</summary>
    public OnnxValue ToData(OnnxGraphBuilder graph, OnnxValue rows) => graph.Plus(
        graph.Times(Layout.ToSample(graph, rows), graph.Constant(_scale, _scale.Length)), graph.Constant(_offset, _offset.Length));

    private static float Inverse(float scale) => scale == 0 ? 0 : 1 / scale;
}
