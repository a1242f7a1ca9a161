using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The columns that a generator reads and writes.</summary>
internal sealed class GeneratorColumns
{
    /// <summary>The name of the key column that a class-conditional generator reads.</summary>
    public const string LabelColumnName = "Label";

    /// <exception cref="ArgumentException">A column's name is empty or taken.</exception>
    public GeneratorColumns(GeneratorModel model, string latentColumnName, string sampleColumnName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(latentColumnName);
        ArgumentException.ThrowIfNullOrWhiteSpace(sampleColumnName);
        var manifest = model.Manifest;
        Latent = new(GanTensors.Latent, latentColumnName, new VectorDataViewType(NumberDataViewType.Single, manifest.LatentSize), "latent");
        Sample = new(GanTensors.Sample, sampleColumnName, new VectorDataViewType(NumberDataViewType.Single, manifest.SampleShape.ToArray()))
        {
            Annotations = manifest.SlotNames.Count > 0 ? TextAnnotations.SlotNames(manifest.SlotNames) : null,
        };
        if (!model.IsConditional) return;
        if (latentColumnName == LabelColumnName || sampleColumnName == LabelColumnName)
        {
            throw new ArgumentException(
                $"The latent and sample columns of a class-conditional generator must not be named '{LabelColumnName}', " +
                "which is the name of its class column. Choose other names.");
        }
        Label = new(GanTensors.Label, LabelColumnName, new KeyDataViewType(typeof(uint), manifest.ClassNames.Count), "label")
        {
            Annotations = TextAnnotations.KeyValues(manifest.ClassNames),
        };
    }

    public OnnxColumn Latent { get; }

    /// <summary>The classes; null for an unconditional generator.</summary>
    public OnnxColumn? Label { get; }

    public OnnxColumn Sample { get; }

    public IReadOnlyList<OnnxColumn> Inputs => Label is null ? [Latent] : [Latent, Label];
}
