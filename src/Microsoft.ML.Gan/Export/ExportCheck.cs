using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Training;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Holds an exported generator against the trained one it was written from.</summary>
internal static class ExportCheck
{
    private const int Rows = 256;

    /// <summary>max |ONNX Runtime − TorchSharp| over the values of 256 samples, in the data's units.</summary>
    public static double Difference(TrainedGan gan, GeneratorTransformer exported)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var samples = exported.Sample(Rows);
        var device = gan.Generator.parameters().First().device;
        var latents = tensor(Flat(samples, GanTensors.Latent), [Rows, gan.LatentSize], device: device);
        var classes = gan.Data.ClassNames.Count == 0 ? null
            : tensor(samples.GetColumn<uint>(GanTensors.Label).Select(key => key - 1L).ToArray(), device: device);
        var trained = gan.Scaling.ToData(gan.Generator.Call(latents, classes)).flatten().cpu();
        return (trained - tensor(Flat(samples, GanTensors.Sample))).abs().max().ToDouble();
    }

    private static float[] Flat(IDataView rows, string column) => [.. rows.GetColumn<float[]>(column).SelectMany(row => row)];
}
