using Microsoft.ML.Gan;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.Evaluation.Images.Features;

/// <summary>The outputs of a network, one image at a time: networks whose files say a batch of one go, too.</summary>
internal sealed class NetworkFeatures : IFeatureExtractor
{
    private readonly InferenceSession _session;
    private readonly ImageShape _shape;
    private readonly ImageNormalization _normalization;
    private readonly Resizing _resizing;
    private readonly RunOptions _run = new();
    private readonly string _input, _output;
    private readonly int _channels, _size;

    public NetworkFeatures(InferenceSession session, ImageShape shape, string name, ImageNormalization normalization, int size)
    {
        (_session, _shape, _normalization) = (session, shape, normalization);
        (_input, var input) = session.InputMetadata.First();
        _output = session.OutputNames[0];
        if (input is not { ElementDataType: TensorElementType.Float, Dimensions: [<= 1, 1 or 3, var height, var width] } || height != width)
        {
            throw new ArgumentException(
                $"Network '{name}' must take square images of Single, (N, 1 or 3, size, size), but takes " +
                $"{input.ElementDataType} ({string.Join(", ", input.Dimensions)}).");
        }
        (_channels, _size) = (input.Dimensions[1], height > 0 ? height : size);
        if (Math.Min(normalization.Mean.Count, normalization.Deviation.Count) < _channels)
            throw new ArgumentException($"The normalization of network '{name}' must have {_channels} means and deviations, but has fewer.");
        _resizing = new(shape.Height, shape.Width, _size);
        Name = $"{name} at {_size} by {_size}";
    }

    public string Name { get; }

    public float[] Extract(float[] pixels)
    {
        var planes = Enumerable.Range(0, _shape.Channels).Select(channel => _resizing.Resize(pixels, channel * _shape.Plane)).ToArray();
        var values = new float[_channels * _size * _size];                         // (1, channels, size, size)
        for (var channel = 0; channel < _channels; channel++)
        {
            var plane = Source(planes, channel);
            var (mean, deviation) = (_normalization.Mean[channel], _normalization.Deviation[channel]);
            for (var i = 0; i < plane.Length; i++) values[channel * plane.Length + i] = (_normalization.White * plane[i] - mean) / deviation;
        }
        using var input = OrtValue.CreateTensorValueFromMemory(values, [1, _channels, _size, _size]);
        using var outputs = _session.Run(_run, [_input], [input], [_output]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <summary>The image's plane that a channel of the network sees: grey for all three, or the mean of three for grey.</summary>
    private float[] Source(float[][] planes, int channel)
    {
        if (planes.Length == _channels) return planes[_normalization.IsBlueFirst ? _channels - 1 - channel : channel];
        return planes.Length == 1 ? planes[0] : [.. Enumerable.Range(0, planes[0].Length).Select(i => planes.Average(plane => plane[i]))];
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }
}
