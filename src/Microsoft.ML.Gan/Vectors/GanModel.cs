using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Both networks with what belongs to them: the scaling, the prior, and the data's shape and names.</summary>
internal sealed record GanModel(
    GanNetwork Discriminator, GanNetwork Generator, FeatureScaling Scaling, int LatentSize, LatentPrior Prior, TrainingData Data) : IDisposable
{
    public void Dispose()
    {
        Discriminator.Dispose();
        Generator.Dispose();
    }
}
