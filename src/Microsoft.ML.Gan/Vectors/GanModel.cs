using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Both networks with what belongs to them: the samples' schema and scaling, and the prior. It has no row.</summary>
internal sealed record GanModel(
    GanNetwork Discriminator, GanNetwork Generator, SampleSchema Schema, FeatureScaling Scaling, int LatentSize, LatentPrior Prior) : IDisposable
{
    public void Dispose()
    {
        Discriminator.Dispose();
        Generator.Dispose();
    }
}
