using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Ties the discriminator's tensors to the columns that the options name.</summary>
internal static class DiscriminatorColumns
{
    public static IReadOnlyList<OnnxColumn> Inputs(GanManifest manifest, GanTrainer.Options options, NumberDataViewType itemType)
    {
        var features = new OnnxColumn(
            GanTensors.Sample, options.FeatureColumnName, new VectorDataViewType(itemType, manifest.SampleShape.ToArray()),
                "feature");
        if (options.LabelColumnName is not { } labelName) return [features];
        var label = new OnnxColumn(GanTensors.Label, labelName, new KeyDataViewType(typeof(uint), manifest.ClassNames.Count), "label");
        return [features, label with { Annotations = TextAnnotations.KeyValues(manifest.ClassNames) }];
    }

    public static IReadOnlyList<OnnxColumn> Outputs(GanTrainer.Options options) =>
    [
        new(GanTensors.Score, options.ScoreColumnName, NumberDataViewType.Single),
        new(GanTensors.Probability, options.ProbabilityColumnName, NumberDataViewType.Single),
        new(GanTensors.PredictedLabel, options.PredictedLabelColumnName, BooleanDataViewType.Instance),
    ];
}
