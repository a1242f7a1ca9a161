using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gan.Onnx;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Gan.Testing;
using Google.Protobuf;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A generator's file without its checksum, changed in one way or another that a seed decides.</summary>
internal sealed class MutatedFiles
{
    private static readonly string[] Values =
        ["0", "-1", "2147483647", "-2147483648", "9223372036854775807", "1e308", "null", "\"\"", "\"Latent\"", "[]", "[null]", "{}"];

    private static readonly long[] Sizes = [0, -1, 1, 2, 3, 1 << 20, 1L << 31, 1L << 40, long.MaxValue, long.MinValue];

    private static readonly string[] Places = ["/etc/passwd", "../../secret", "generator.onnx", "/dev/zero", ""];

    private readonly byte[] _whole;
    private readonly Action<ModelProto, Random>[] _kinds;

    public MutatedFiles(byte[] file)
    {
        _whole = WithoutChecksum(file);
        _kinds = [ChangeManifest, ResizeTensor, RetypeTensor, CutTensor, MoveTensorOutside, ChangeNode, ChangeAttribute, ChangeValue, Rewire];
    }

    /// <summary>The file of a seed: half of them have other bytes, half another meaning.</summary>
    public byte[] Mutate(int seed)
    {
        var random = new Random(seed);
        if (random.Next(2) == 0) return ChangeBytes(random);
        var model = ModelProto.Parser.ParseFrom(_whole);
        for (var count = random.Next(1, 3); count > 0; count--) _kinds[random.Next(_kinds.Length)](model, random);
        return model.ToByteArray();
    }

    private static byte[] WithoutChecksum(byte[] file)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        model.MetadataProps.Remove(model.MetadataProps.Single(pair => pair.Key == ModelChecksum.MetadataKey));
        var manifest = JsonNode.Parse(Manifest(model).Value)!.AsObject();
        manifest.Remove("checksum");
        Manifest(model).Value = manifest.ToJsonString();
        return model.ToByteArray();
    }

    private static StringStringEntryProto Manifest(ModelProto model) => model.MetadataProps.First(pair => pair.Key == GanManifest.MetadataKey);

    private byte[] ChangeBytes(Random random)
    {
        byte[] file = [.. _whole];
        var start = random.Next(file.Length);
        var end = Math.Min(file.Length, start + random.Next(1, 64));
        switch (random.Next(5))
        {
            case 0: return file[..start];
            case 1: return [.. file[..start], .. file[end..]];
            case 2: return [.. file[..end], .. file[start..]];
            case 3: random.NextBytes(file.AsSpan(start, end - start)); return file;
            default:
                for (var bits = random.Next(1, 5); bits > 0; bits--) file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
                return file;
        }
    }

    private static void ChangeManifest(ModelProto model, Random random)
    {
        var manifest = Encoding.UTF8.GetBytes(Manifest(model).Value);
        List<Range> values;
        try
        {
            values = JsonValues.Of(manifest);
        }
        catch (JsonException)                                         // of an earlier change
        {
            return;
        }
        var value = values[random.Next(values.Count)];
        byte[] changed = [.. manifest[..value.Start], .. Encoding.UTF8.GetBytes(Pick(random, Values)), .. manifest[value.End..]];
        Manifest(model).Value = Encoding.UTF8.GetString(changed);
    }

    private static void ResizeTensor(ModelProto model, Random random)
    {
        var tensor = Tensor(model, random);
        if (tensor.Dims.Count == 0) tensor.Dims.Add(Pick(random, Sizes));
        else tensor.Dims[random.Next(tensor.Dims.Count)] = Pick(random, Sizes);
    }

    private static void RetypeTensor(ModelProto model, Random random) => Tensor(model, random).DataType = random.Next(-1, 30);

    private static void CutTensor(ModelProto model, Random random)
    {
        var tensor = Tensor(model, random);
        tensor.RawData = ByteString.CopyFrom(tensor.RawData.Span[..random.Next(tensor.RawData.Length + 1)]);
    }

    private static void MoveTensorOutside(ModelProto model, Random random)
    {
        var tensor = Tensor(model, random);
        if (random.Next(2) == 0) tensor.ClearRawData();
        tensor.DataLocation = random.Next(3);
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = Pick(random, Places) });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = $"{Pick(random, Sizes)}" });
    }

    private static void ChangeNode(ModelProto model, Random random)
    {
        var (node, other) = (Pick(random, model.Graph.Node), Pick(random, model.Graph.Node));
        if (random.Next(4) == 0) node.Domain = "ai.onnx.ml";
        else node.OpType = other.OpType;
    }

    private static void ChangeAttribute(ModelProto model, Random random)
    {
        var node = Pick(random, model.Graph.Node);
        if (node.Attribute.Count == 0) node.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int });
        var attribute = Pick(random, node.Attribute);
        attribute.I = Pick(random, Sizes);
        if (attribute.Ints.Count > 0) attribute.Ints[random.Next(attribute.Ints.Count)] = Pick(random, Sizes);
    }

    private static void ChangeValue(ModelProto model, Random random)
    {
        var value = Pick(random, random.Next(2) == 0 ? model.Graph.Input : model.Graph.Output);
        var dimensions = value.Type.TensorType.Shape.Dim;
        if (random.Next(3) == 0) value.Type.TensorType.ElemType = random.Next(-1, 30);
        else if (dimensions.Count > 0) Pick(random, dimensions).DimValue = Pick(random, Sizes);
    }

    private static void Rewire(ModelProto model, Random random)
    {
        var (node, other) = (Pick(random, model.Graph.Node), Pick(random, model.Graph.Node));
        if (node.Input.Count > 0 && other.Output.Count > 0) node.Input[random.Next(node.Input.Count)] = Pick(random, other.Output);
    }

    private static TensorProto Tensor(ModelProto model, Random random) => Pick(random, (IReadOnlyList<TensorProto>)[.. OnnxParts.Tensors(model)]);

    private static T Pick<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private static T Pick<T>(Random random, Google.Protobuf.Collections.RepeatedField<T> of) => of[random.Next(of.Count)];
}
