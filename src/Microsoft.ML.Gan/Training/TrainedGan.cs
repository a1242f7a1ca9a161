using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Data;

namespace Microsoft.ML.Gan.Training;

/// <summary>What a fit ends with, before its export: the networks with their final weights, in inference mode.</summary>
internal sealed record TrainedGan(
    GanNetwork Discriminator, GanNetwork Generator, FeatureScaling Scaling, int LatentSize, LatentPrior Prior, TrainingData Data, GanTrainingHistory History) : IDisposable
{
    public void Dispose()
    {
        Discriminator.Dispose();
        Generator.Dispose();
    }
}
