using System.Runtime.InteropServices;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;

namespace Gan.Onnx.Graph;

/// <summary>Rewrites a model for the stock ONNX transformer of ML.NET, which scores one row at a time and names columns as the graph does.</summary>
internal static class OnnxRowModel
{
    /// <summary>The same model under other input and output names, its outputs without the batch dimension.</summary>
    /// <param name="model">The bytes of a model whose inputs and outputs begin with the batch dimension.</param>
    /// <param name="inputNames">New names by old ones.</param>
    /// <param name="outputNames">New names by old ones.</param>
    /// <param name="slotNames">By an output's new name, the names of its slots; none, or as many as it has slots.</param>
    /// <param name="byteInputs">The old names of inputs of single precision that come as bytes.</param>
    public static byte[] Create(
        byte[] model, IReadOnlyDictionary<string, string> inputNames, IReadOnlyDictionary<string, string> outputNames,
        IReadOnlyDictionary<string, IReadOnlyList<string>> slotNames, IReadOnlyList<string> byteInputs)
    {
        var proto = ModelProto.Parser.ParseFrom(model);
        var graph = proto.Graph;
        foreach (var name in byteInputs) TakeBytes(graph, name);
        var taken = graph.Node.SelectMany(node => node.Input.Concat(node.Output)).Concat(inputNames.Values).Concat(outputNames.Values).ToHashSet();
        Rename(graph, inputNames, [.. inputNames.Values, .. outputNames.Values], taken, out var renamed);

        var axes = new TensorProto { Name = Unused("batch_axis", taken), DataType = (int)TensorProto.Types.DataType.Int64, Dims = { 1 } };
        axes.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<long>([0]));
        graph.Initializer.Add(axes);
        foreach (var output in graph.Output)
        {
            if (!outputNames.TryGetValue(output.Name, out var name)) continue;
            graph.Node.Add(new NodeProto { OpType = "Squeeze", Input = { renamed(output.Name), axes.Name }, Output = { name } });
            output.Name = name;
            output.Type.TensorType.Shape.Dim.RemoveAt(0);
        }
        foreach (var (name, slots) in slotNames.Where(pair => pair.Value.Count > 0)) AddSlotNames(proto, name, slots, taken);
        return proto.ToByteArray();
    }

    /// <summary>A name like the wanted one that is not taken yet; it is taken from then on.</summary>
    public static string Unused(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 1; !taken.Add(name); number++) name = $"{wanted}_{number}";
        return name;
    }

    /// <summary>Makes bytes of an input; all that use it get their floating-point numbers.</summary>
    private static void TakeBytes(GraphProto graph, string input)
    {
        var numbers = Unused($"{input}_numbers", [.. graph.Node.SelectMany(node => node.Input.Concat(node.Output))]);
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
                if (node.Input[i] == input) node.Input[i] = numbers;
        }
        var single = new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = (long)OnnxElementType.Single };
        graph.Node.Insert(0, new NodeProto { OpType = "Cast", Input = { input }, Output = { numbers }, Attribute = { single } });
        graph.Input.Single(value => value.Name == input).Type.TensorType.ElemType = (int)OnnxElementType.Byte;
    }

    /// <summary>Gives the inputs their names, and other names to the values that stand in the way of a name.</summary>
    private static void Rename(
        GraphProto graph, IReadOnlyDictionary<string, string> inputNames, HashSet<string> reserved, HashSet<string> taken,
        out Func<string, string> renamed)
    {
        var names = new Dictionary<string, string>(inputNames);
        string New(string old)
        {
            if (names.TryGetValue(old, out var name)) return name;
            if (!reserved.Contains(old)) return old;
            return names[old] = Unused(old, taken);
        }
        foreach (var input in graph.Input) input.Name = New(input.Name);
        foreach (var constant in graph.Initializer) constant.Name = New(constant.Name);
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++) node.Input[i] = New(node.Input[i]);
            for (var i = 0; i < node.Output.Count; i++) node.Output[i] = New(node.Output[i]);
        }
        renamed = New;
    }

    /// <summary>Adds the node that ML.NET keeps slot names in; its result is not used.</summary>
    private static void AddSlotNames(ModelProto proto, string columnName, IReadOnlyList<string> slots, HashSet<string> taken)
    {
        var key = new TensorProto { Name = Unused("slot_name", taken), DataType = (int)TensorProto.Types.DataType.String, Dims = { 1 } };
        key.StringData.Add(ByteString.CopyFromUtf8(slots[0]));
        proto.Graph.Initializer.Add(key);
        proto.Graph.Node.Add(new NodeProto
        {
            OpType = "LabelEncoder",
            Domain = OnnxGraphBuilder.MachineLearningDomain,
            Name = $"mlnet.{columnName}.SlotNames",
            Input = { key.Name },
            Output = { Unused("slot_index", taken) },
            Attribute = { ToProto("keys_strings", slots), ToProto("values_int64s", Enumerable.Range(0, slots.Count)) },
        });
        if (proto.OpsetImport.All(import => import.Domain != OnnxGraphBuilder.MachineLearningDomain))
        {
            proto.OpsetImport.Add(new OperatorSetIdProto
            {
                Domain = OnnxGraphBuilder.MachineLearningDomain,
                Version = OnnxGraphBuilder.MachineLearningOpsetVersion,
            });
        }
    }

    private static AttributeProto ToProto(string name, IEnumerable<string> texts) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Strings, Strings = { texts.Select(ByteString.CopyFromUtf8) } };

    private static AttributeProto ToProto(string name, IEnumerable<int> numbers) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { numbers.Select(number => (long)number) } };
}
