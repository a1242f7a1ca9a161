using System.Runtime.InteropServices;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx;

/// <summary>A tabular generator's file: its bytes, and the manifest that was checked against its graph.</summary>
internal sealed class TabularModelFile
{
    /// <exception cref="InvalidDataException">The file is not a whole tabular generator's, or does not fit its manifest.</exception>
    public TabularModelFile(byte[] file)
    {
        (var graph, Manifest) = ModelFile.Parse(file, GanManifest.TabularGeneratorKind);
        File = file;
        if ((TabularManifestRules.Problems(Manifest).FirstOrDefault() ?? GraphProblems(graph, Manifest).FirstOrDefault()) is { } problem)
            throw new InvalidDataException($"The model file must fit its manifest, but {problem}.");
    }

    public byte[] File { get; }

    public GanManifest Manifest { get; }

    private static IEnumerable<string> GraphProblems(GraphProto graph, GanManifest manifest)
    {
        var given = manifest.Columns.Select(column => column.ConditionTensor).OfType<string>().ToList();
        return GraphTensors.Differences("input", [Latent(manifest), .. given.Select(Condition)], graph.Input)
            .Concat(DefaultProblems(graph, given))
            .Concat(GraphTensors.Differences("output", [.. manifest.Columns.Select(Output)], graph.Output));
    }

    private static IEnumerable<string> DefaultProblems(GraphProto graph, List<string> given)
    {
        var initializers = graph.Initializer.DistinctBy(tensor => tensor.Name).ToDictionary(tensor => tensor.Name);
        return given
            .Where(name => !initializers.TryGetValue(name, out var tensor) || !IsNotGiven(tensor))
            .Select(name => $"input '{name}' of its graph has no default of {TabularColumn.NotGiven}");
    }

    private static bool IsNotGiven(TensorProto tensor) =>
        tensor.DataType == (int)OnnxElementType.Int64 && tensor.Dims.SequenceEqual([1, 1])
        && MemoryMarshal.Cast<byte, long>(tensor.RawData.Span).SequenceEqual([TabularColumn.NotGiven]);

    private static (string, OnnxElementType, IReadOnlyList<int>) Latent(GanManifest manifest) =>
        (GanTensors.Latent, OnnxElementType.Single, [manifest.LatentSize]);

    private static (string, OnnxElementType, IReadOnlyList<int>) Condition(string name) => (name, OnnxElementType.Int64, [1]);

    private static (string, OnnxElementType, IReadOnlyList<int>) Output(TabularColumn column) =>
        (column.Tensor, TabularValues.Of(column.Type).ElementType, [1]);
}
