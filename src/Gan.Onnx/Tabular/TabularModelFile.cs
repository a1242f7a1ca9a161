using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx;

/// <summary>A tabular generator's file: its bytes, and the manifest that was checked against its graph.</summary>
internal sealed class TabularModelFile
{
    /// <exception cref="InvalidDataException">The file is not a whole tabular generator's, or does not fit its manifest.</exception>
    public TabularModelFile(byte[] file)
    {
        (var model, Manifest) = ModelFile.Parse(file, GanManifest.TabularGeneratorKind);
        File = file;
        Require(TabularManifestRules.Problems(Manifest));
        if (Manifest.FormatVersion == 1)
        {
            Require(FirstTabularFormat.Problems(model.Graph, Manifest));
            (File, Manifest) = FirstTabularFormat.Upgrade(model, Manifest);
        }
        Require(GraphProblems(model.Graph, Manifest));
    }

    /// <value>The bytes; those of a file of version 1 as version 2 has them.</value>
    public byte[] File { get; }

    public GanManifest Manifest { get; }

    private static void Require(IEnumerable<string> problems)
    {
        if (problems.FirstOrDefault() is { } problem) throw new InvalidDataException($"The model file must fit its manifest, but {problem}.");
    }

    private static IEnumerable<string> GraphProblems(GraphProto graph, GanManifest manifest)
    {
        List<(string Name, OnnxElementType Type, IReadOnlyList<int> RowShape)> inputs =
            [(GanTensors.Latent, OnnxElementType.Single, [manifest.LatentSize])];
        if (manifest.Columns.Count(column => column.Given is not null) is > 0 and var given)
            inputs.Add((GanTensors.Given, OnnxElementType.Int64, [given]));
        if (manifest.Columns.Count(column => column.GivenNumber is not null) is > 0 and var numbers)
            inputs.Add((GanTensors.GivenNumbers, OnnxElementType.Double, [numbers]));
        return GraphTensors.Differences("input", inputs, graph.Input)
            .Concat(GraphTensors.Differences("output", [.. manifest.Columns.Select(Output)], graph.Output));
    }

    private static (string, OnnxElementType, IReadOnlyList<int>) Output(TabularColumn column) =>
        (column.Tensor, TabularValues.Of(column.Type).ElementType, [1]);
}
