using System.Runtime.InteropServices;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;

namespace Gan.Onnx.Graph;

/// <summary>Builds an ONNX model: inputs, constants and nodes in, the bytes of a self-contained file out.</summary>
/// <remarks>
/// Opset 17, IR version 8. Nodes are added in the order in which they run, by methods that take and return
/// <see cref="OnnxValue"/>s; <see cref="OnnxOperators"/> has one for each operator the shipped architectures use.
/// This class alone makes names, in <see cref="ToModel"/>.
/// </remarks>
public sealed class OnnxGraphBuilder
{
    internal const int OpsetVersion = 17;
    internal const int IrVersion = 8;
    internal const string MachineLearningDomain = "ai.onnx.ml";
    internal const int MachineLearningOpsetVersion = 3;

    private readonly List<(string Name, OnnxValue Value)> _inputs = [];
    private readonly HashSet<OnnxValue> _optionalInputs = [];
    private readonly List<(string Name, OnnxValue Value)> _outputs = [];
    private readonly List<(TensorProto Tensor, OnnxValue Value)> _constants = [];
    private readonly List<Node> _nodes = [];

    private sealed record Node(string Operator, string Domain, OnnxValue[] Inputs, OnnxValue[] Outputs, OnnxAttribute[] Attributes);

    /// <summary>Adds an input of the graph.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="elementType">The type of its elements.</param>
    /// <param name="rowShape">The dimensions of one row; the batch dimension comes before them.</param>
    public OnnxValue Input(string name, OnnxElementType elementType, IReadOnlyList<int> rowShape)
    {
        var value = new OnnxValue(elementType, [OnnxValue.Batch, .. rowShape], name);
        _inputs.Add((name, value));
        return value;
    }

    /// <summary>Adds an input of integers that may be left out.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="defaultRow">One row of values, which stand for every row of the batch when the input is left out.</param>
    /// <param name="rowShape">The dimensions of one row; the batch dimension comes before them.</param>
    /// <remarks>
    /// An initializer of the same name holds the default. ONNX Runtime's APIs for JavaScript know no such inputs.
    /// The input's batch dimension is its own: a program gives N rows, or one that stands for all. So it is only fit for operators that
    /// broadcast it, or for <see cref="OnnxTableOperators.ExpandRows"/>.
    /// </remarks>
    public OnnxValue OptionalInput(string name, ReadOnlySpan<long> defaultRow, params IReadOnlyList<int> rowShape) =>
        OptionalInput(name, OnnxElementType.Int64, MemoryMarshal.AsBytes(defaultRow), rowShape);

    /// <summary>Adds an input of 64-bit floating-point numbers that may be left out.</summary>
    /// <inheritdoc cref="OptionalInput(string, ReadOnlySpan{long}, IReadOnlyList{int})"/>
    public OnnxValue OptionalInput(string name, ReadOnlySpan<double> defaultRow, params IReadOnlyList<int> rowShape) =>
        OptionalInput(name, OnnxElementType.Double, MemoryMarshal.AsBytes(defaultRow), rowShape);

    /// <summary>Makes a value an output of the graph.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="value">The value; its first dimension is the batch.</param>
    public void Output(string name, OnnxValue value)
    {
        var isGivenByNode = _nodes.Exists(node => node.Outputs.Contains(value)) && !_outputs.Exists(output => output.Value == value);
        var output = isGivenByNode ? value : this.Identity(value);
        output.Role = name;
        _outputs.Add((name, output));
    }

    /// <summary>Adds a constant of floating-point numbers.</summary>
    public OnnxValue Constant(ReadOnlySpan<float> values, params IReadOnlyList<int> dimensions) =>
        Constant(OnnxElementType.Single, MemoryMarshal.AsBytes(values), dimensions);

    /// <summary>Adds a constant of 64-bit floating-point numbers.</summary>
    public OnnxValue Constant(ReadOnlySpan<double> values, params IReadOnlyList<int> dimensions) =>
        Constant(OnnxElementType.Double, MemoryMarshal.AsBytes(values), dimensions);

    /// <summary>Adds a constant of integers.</summary>
    public OnnxValue Constant(ReadOnlySpan<long> values, params IReadOnlyList<int> dimensions) =>
        Constant(OnnxElementType.Int64, MemoryMarshal.AsBytes(values), dimensions);

    /// <summary>Adds a constant vector of texts.</summary>
    public OnnxValue Constant(IReadOnlyList<string> values)
    {
        var tensor = new TensorProto { StringData = { values.Select(ByteString.CopyFromUtf8) } };
        return AddConstant(Shaped(tensor, OnnxElementType.Text, [values.Count]), OnnxElementType.Text, [values.Count]);
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="operatorName">The operator, as the ONNX standard names it.</param>
    /// <param name="inputs">Its inputs, in the standard's order.</param>
    /// <param name="elementType">The element type of its output.</param>
    /// <param name="dimensions">The dimensions of its output, with <see cref="OnnxValue.Batch"/> for the batch size.</param>
    /// <param name="attributes">Its attributes; those left out have the standard's defaults.</param>
    public OnnxValue Add(
        string operatorName, IReadOnlyList<OnnxValue> inputs, OnnxElementType elementType, IReadOnlyList<int> dimensions,
        params IReadOnlyList<OnnxAttribute> attributes) => Add(operatorName, "", inputs, elementType, dimensions, attributes);

    /// <summary>Adds a node of the <c>ai.onnx.ml</c> domain (version 3) with one output.</summary>
    /// <inheritdoc cref="Add(string, IReadOnlyList{OnnxValue}, OnnxElementType, IReadOnlyList{int}, IReadOnlyList{OnnxAttribute})"/>
    public OnnxValue AddMachineLearning(
        string operatorName, IReadOnlyList<OnnxValue> inputs, OnnxElementType elementType, IReadOnlyList<int> dimensions,
        params IReadOnlyList<OnnxAttribute> attributes) => Add(operatorName, MachineLearningDomain, inputs, elementType, dimensions, attributes);

    /// <summary>Gives the bytes of the model file.</summary>
    /// <param name="metadata">Pairs for the file's <c>metadata_props</c>.</param>
    public byte[] ToModel(IReadOnlyDictionary<string, string> metadata)
    {
        var names = Names();
        var graph = new GraphProto { Name = "gan" };
        graph.Input.AddRange(_inputs.Select((input, index) => Describe(input, _optionalInputs.Contains(input.Value) ? $"N{index}" : "N")));
        graph.Output.AddRange(_outputs.Select(output => Describe(output, "N")));
        foreach (var (tensor, value) in _constants)
        {
            tensor.Name = names[value];
            graph.Initializer.Add(tensor);
        }
        graph.Node.AddRange(_nodes.Select(node => ToProto(node, names)));
        graph.ValueInfo.AddRange(BroadcastToTheBatch().Select(value => Describe((names[value], value), "N")));

        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "Microsoft.ML.Gan", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OpsetVersion });
        if (_nodes.Exists(node => node.Domain == MachineLearningDomain))
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = MachineLearningDomain, Version = MachineLearningOpsetVersion });
        model.MetadataProps.AddRange(metadata.Select(pair => new StringStringEntryProto { Key = pair.Key, Value = pair.Value }));
        return model.ToByteArray();
    }

    /// <summary>
    /// Values whose rows come of an optional input's and of the batch's. That they are N rows can't be inferred from N1 and N, and ONNX Runtime
    /// searches through all buffers of unknown size at each node: a file of 4,000 nodes took seconds to open.
    /// </summary>
    private IEnumerable<OnnxValue> BroadcastToTheBatch()
    {
        var ofOptionalInputs = new HashSet<OnnxValue>(_optionalInputs);
        foreach (var node in _nodes)
        {
            if (!node.Inputs.Any(ofOptionalInputs.Contains)) continue;
            var isOfBatch = node.Inputs.Any(input => HasBatch(input) && !ofOptionalInputs.Contains(input));
            foreach (var output in node.Outputs.Where(HasBatch))
            {
                if (!isOfBatch) ofOptionalInputs.Add(output);
                else if (!_outputs.Exists(named => named.Value == output)) yield return output;
            }
        }

        static bool HasBatch(OnnxValue value) => value.Dimensions is [OnnxValue.Batch, ..];
    }

    private OnnxValue OptionalInput(string name, OnnxElementType elementType, ReadOnlySpan<byte> defaultRow, IReadOnlyList<int> rowShape)
    {
        var value = Input(name, elementType, rowShape);
        _optionalInputs.Add(value);
        _constants.Add((Tensor(elementType, defaultRow, [1, .. rowShape]), value));
        return value;
    }

    private OnnxValue Constant(OnnxElementType elementType, ReadOnlySpan<byte> bytes, IReadOnlyList<int> dimensions) =>
        AddConstant(Tensor(elementType, bytes, dimensions), elementType, dimensions);

    private static TensorProto Tensor(OnnxElementType elementType, ReadOnlySpan<byte> bytes, IReadOnlyList<int> dimensions) =>
        Shaped(new TensorProto { RawData = ByteString.CopyFrom(bytes) }, elementType, dimensions);

    private static TensorProto Shaped(TensorProto tensor, OnnxElementType elementType, IReadOnlyList<int> dimensions)
    {
        tensor.DataType = (int)elementType;
        tensor.Dims.AddRange(dimensions.Select(dimension => (long)dimension));
        return tensor;
    }

    private OnnxValue AddConstant(TensorProto tensor, OnnxElementType elementType, IReadOnlyList<int> dimensions)
    {
        var value = new OnnxValue(elementType, dimensions, "constant");
        _constants.Add((tensor, value));
        return value;
    }

    private OnnxValue Add(
        string operatorName, string domain, IReadOnlyList<OnnxValue> inputs, OnnxElementType elementType, IReadOnlyList<int> dimensions,
        IReadOnlyList<OnnxAttribute> attributes)
    {
        var output = new OnnxValue(elementType, dimensions, operatorName);
        _nodes.Add(new Node(operatorName, domain, [.. inputs], [output], [.. attributes]));
        return output;
    }

    /// <summary>Inputs and outputs keep their names; every other value is numbered in the order in which it was made.</summary>
    private Dictionary<OnnxValue, string> Names()
    {
        var names = _inputs.Concat(_outputs).ToDictionary(named => named.Value, named => named.Name);
        var taken = names.Values.ToHashSet();
        var number = 0;
        foreach (var value in _constants.Select(constant => constant.Value).Concat(_nodes.SelectMany(node => node.Outputs)))
        {
            if (names.ContainsKey(value)) continue;
            string name;
            do name = $"{value.Role}_{++number}"; while (!taken.Add(name));
            names.Add(value, name);
        }
        return names;
    }

    private static NodeProto ToProto(Node node, Dictionary<OnnxValue, string> names)
    {
        var proto = new NodeProto { OpType = node.Operator, Name = names[node.Outputs[0]] };
        if (node.Domain.Length > 0) proto.Domain = node.Domain;
        proto.Input.AddRange(node.Inputs.Select(input => names[input]));
        proto.Output.AddRange(node.Outputs.Select(output => names[output]));
        proto.Attribute.AddRange(node.Attributes.Select(ToProto));
        return proto;
    }

    private static AttributeProto ToProto(OnnxAttribute attribute)
    {
        var proto = new AttributeProto { Name = attribute.Name };
        switch (attribute.Value)
        {
            case long value: (proto.Type, proto.I) = (AttributeProto.Types.AttributeType.Int, value); break;
            case float value: (proto.Type, proto.F) = (AttributeProto.Types.AttributeType.Float, value); break;
            case string value: (proto.Type, proto.S) = (AttributeProto.Types.AttributeType.String, ByteString.CopyFromUtf8(value)); break;
            case long[] values: proto.Type = AttributeProto.Types.AttributeType.Ints; proto.Ints.AddRange(values); break;
            case float[] values: proto.Type = AttributeProto.Types.AttributeType.Floats; proto.Floats.AddRange(values); break;
            case string[] values:
                proto.Type = AttributeProto.Types.AttributeType.Strings;
                proto.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
                break;
        }
        return proto;
    }

    private static ValueInfoProto Describe((string Name, OnnxValue Value) named, string batchName)
    {
        var shape = new TensorShapeProto();
        foreach (var dimension in named.Value.Dimensions)
        {
            shape.Dim.Add(dimension == OnnxValue.Batch
                ? new TensorShapeProto.Types.Dimension { DimParam = batchName }
                : new TensorShapeProto.Types.Dimension { DimValue = dimension });
        }
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)named.Value.ElementType, Shape = shape };
        return new ValueInfoProto { Name = named.Name, Type = new TypeProto { TensorType = tensor } };
    }
}
