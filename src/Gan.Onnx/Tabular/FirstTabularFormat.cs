using System.Runtime.InteropServices;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Gan.Onnx;

/// <summary>Version 1 of a table's file, which is rewritten as version 2 when it is read.</summary>
/// <remarks>
/// It has an optional input for each column that can be given: an initializer of its name holds the default, -1. Its place is taken by a column of
/// the input <see cref="GanTensors.Given"/>, which one node splits.
/// </remarks>
internal static class FirstTabularFormat
{
    /// <summary>What of the manifest's inputs for conditions does not hold of the graph.</summary>
    public static IEnumerable<string> Problems(GraphProto graph, GanManifest manifest)
    {
        var conditions = Conditions(manifest);
        return GraphTensors.Differences(
            "input", [.. conditions.Select(name => (name, OnnxElementType.Int64, (IReadOnlyList<int>)[1]))],
            [.. graph.Input.Where(input => conditions.Contains(input.Name))]);
    }

    /// <summary>The file as version 2 has it. The model is changed.</summary>
    public static (byte[] File, GanManifest Manifest) Upgrade(ModelProto model, GanManifest manifest)
    {
        var graph = model.Graph;
        var conditions = Conditions(manifest);
        var place = 0;
        manifest = manifest with
        {
            FormatVersion = 2,
            Columns =
            [
                .. manifest.Columns.Select(column => column with
                {
                    Tensor = column.Tensor == GanTensors.Given ? Free(graph) : column.Tensor,
                    ConditionTensor = null,
                    Given = column.ConditionTensor is null ? null : place++,
                }),
            ],
        };
        if (conditions.Count > 0) Join(graph, conditions);
        return (ModelFile.Write(model, manifest), manifest);
    }

    private static List<string> Conditions(GanManifest manifest) => [.. manifest.Columns.Select(column => column.ConditionTensor).OfType<string>()];

    /// <summary>Gives the values of a column that is called as the input another name.</summary>
    private static string Free(GraphProto graph)
    {
        var name = OnnxRowModel.Unused(GanTensors.Given, Names(graph));
        foreach (var output in graph.Output.Where(output => output.Name == GanTensors.Given)) output.Name = name;
        foreach (var node in graph.Node)
        {
            Rename(node.Input);
            Rename(node.Output);
        }
        return name;

        void Rename(IList<string> values)
        {
            for (var i = 0; i < values.Count; i++)
                if (values[i] == GanTensors.Given) values[i] = name;
        }
    }

    /// <summary>Makes inputs the columns of one.</summary>
    private static void Join(GraphProto graph, List<string> conditions)
    {
        var joined = conditions.ToHashSet();
        Keep(graph.Input, input => !joined.Contains(input.Name));
        Keep(graph.Initializer, tensor => !joined.Contains(tensor.Name));
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "N" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = conditions.Count });
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)OnnxElementType.Int64, Shape = shape };
        graph.Input.Add(new ValueInfoProto { Name = GanTensors.Given, Type = new TypeProto { TensorType = tensor } });

        var sizes = new TensorProto { Name = OnnxRowModel.Unused("Given_sizes", Names(graph)), DataType = (int)OnnxElementType.Int64 };
        sizes.Dims.Add(conditions.Count);
        sizes.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<long>([.. Enumerable.Repeat(1L, conditions.Count)]));
        graph.Initializer.Add(sizes);
        var split = new NodeProto { OpType = "Split", Input = { GanTensors.Given, sizes.Name }, Output = { conditions } };
        split.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = 1 });
        graph.Node.Insert(0, split);
    }

    private static HashSet<string> Names(GraphProto graph) =>
    [
        .. graph.Input.Select(input => input.Name), .. graph.Initializer.Select(tensor => tensor.Name),
        .. graph.Node.SelectMany(node => node.Input.Concat(node.Output)),
    ];

    private static void Keep<T>(RepeatedField<T> values, Func<T, bool> isKept)
    {
        T[] kept = [.. values.Where(isKept)];
        values.Clear();
        values.AddRange(kept);
    }
}
