using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx;

/// <summary>A generator's file: its bytes, and the manifest that was checked against its graph.</summary>
internal sealed class GeneratorModel
{
    /// <exception cref="InvalidDataException">The file is not a whole generator file, or does not fit its manifest.</exception>
    public GeneratorModel(byte[] file)
    {
        (var model, Manifest) = ModelFile.Parse(file, GanManifest.GeneratorKind);
        File = file;
        foreach (var problem in ManifestProblems(Manifest).Concat(GraphProblems(model.Graph, Manifest)))
            throw new InvalidDataException($"The model file must fit its manifest, but {problem}.");
    }

    public byte[] File { get; }

    public GanManifest Manifest { get; }

    public bool IsConditional => Manifest.ClassNames.Count > 0;

    private static IEnumerable<string> ManifestProblems(GanManifest manifest)
    {
        foreach (var problem in ModelLimits.LatentProblems(manifest.LatentSize)) yield return problem;
        if (!Enum.IsDefined(manifest.Prior)) yield return $"its prior is {manifest.Prior}";
        if (manifest.SampleShape.Count == 0 || manifest.SampleShape.Any(size => size < 1))
            yield return $"its sample shape is [{string.Join(", ", manifest.SampleShape)}]";
        var classes = manifest.ClassNames.Count;
        if (manifest.ClassFrequencies.Count != classes)
            yield return $"it has {classes} classes and {manifest.ClassFrequencies.Count} class frequencies";
        var isDistribution = manifest.ClassFrequencies.All(frequency => double.IsFinite(frequency) && frequency >= 0)
            && (classes == 0 || manifest.ClassFrequencies.Sum() > 0);
        if (!isDistribution) yield return "its class frequencies are not a distribution";
        var slots = ModelLimits.SampleValues(manifest.SampleShape);
        if (slots > ModelLimits.MostSampleValues)
            yield return $"its sample shape is [{string.Join(", ", manifest.SampleShape)}], of more than {ModelLimits.MostSampleValues} values";
        if (manifest.SlotNames.Count > 0 && manifest.SlotNames.Count != slots)
            yield return $"its samples have {slots} values and {manifest.SlotNames.Count} slot names";
    }

    private static IEnumerable<string> GraphProblems(GraphProto graph, GanManifest manifest)
    {
        List<(string Name, OnnxElementType Type, IReadOnlyList<int> RowShape)> inputs =
            [(GanTensors.Latent, OnnxElementType.Single, [manifest.LatentSize])];
        if (manifest.ClassNames.Count > 0) inputs.Add((GanTensors.Label, OnnxElementType.UInt32, [1]));
        return GraphTensors.Differences("input", inputs, graph.Input)
            .Concat(GraphTensors.Differences("output", [(GanTensors.Sample, OnnxElementType.Single, manifest.SampleShape)], graph.Output));
    }
}
