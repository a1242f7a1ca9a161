using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Training.Algorithm;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Holds an exported generator against the trained one it was written from, and both networks against what can be used.</summary>
internal static class ExportCheck
{
    private const int Rows = 256;

    /// <summary>max |ONNX Runtime − TorchSharp| over the values of 256 samples, in the data's units.</summary>
    public static double Difference(GanModel model, GeneratorTransformer exported)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var samples = exported.Sample(Rows);
        var device = model.Generator.parameters().First().device;
        var latents = tensor(Flat(samples, GanTensors.Latent), [Rows, model.LatentSize], device: device);
        long[] Classes() => [.. samples.GetColumn<uint>(GanTensors.Label).Select(key => key - 1L)];
        var classes = model.Schema.HasClasses ? tensor(Classes(), device: device) : null;
        var trained = model.Scaling.ToData(model.Generator.Call(latents, classes)).flatten().cpu();
        return (trained - tensor(Flat(samples, GanTensors.Sample))).abs().max().item<float>();
    }

    /// <summary>Whether the discriminator's scores of some rows are finite numbers.</summary>
    public static bool AreScoresFinite(GanModel model, Batch batch)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (rows, classes) = batch;
        return model.Discriminator.Call(rows, classes).isfinite().all().item<bool>();
    }

    /// <summary>Exports the untrained networks, so that what would fail after training fails before it.</summary>
    /// <exception cref="NotSupportedException">A layer has no ONNX form.</exception>
    public static void RequireExportable(MLContext mlContext, GanModel model)
    {
        GanExporter.Discriminator(model);
        using var generator = new GeneratorTransformer(mlContext, GanExporter.Generator(model), GanTensors.Latent, GanTensors.Sample);
        Flat(generator.Sample(1), GanTensors.Sample);
    }

    private static float[] Flat(IDataView rows, string column) => [.. rows.GetColumn<float[]>(column).SelectMany(row => row)];
}
