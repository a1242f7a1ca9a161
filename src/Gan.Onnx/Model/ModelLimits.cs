using System.Text;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx;

/// <summary>What no file of ours reaches, and what a crafted file could do harm with: looked at before anything is done with the file.</summary>
internal static class ModelLimits
{
    public const int GreatestLatentSize = 1 << 20;
    public const int MostColumns = 1 << 13;
    public const int MostSampleValues = 1 << 26;

    private const int MostMetadataPairs = 1 << 10;
    private const int MostMetadataBytes = 1 << 26;
    private const int FormatNamePlace = 4;

    private static readonly string[] Divisors = ["group", "strides", "dilations", "kernel_shape", "blocksize"];
    private static readonly byte[] OtherFormat = Encoding.ASCII.GetBytes("ORTM");

    /// <summary>What forbids to parse a file; null for nothing.</summary>
    /// <remarks>
    /// ONNX Runtime reads a format of its own too. A file that can be read as both must not be checked as the one and run as the other.
    /// </remarks>
    public static string? Problem(byte[] file)
    {
        if (file.AsSpan(Math.Min(file.Length, FormatNamePlace)).StartsWith(OtherFormat))
            return "The model file must be an ONNX file, but is one of ONNX Runtime's own format.";
        var (pairs, bytes) = OnnxMetadata.Measure(file);
        return pairs <= MostMetadataPairs && bytes <= MostMetadataBytes ? null
            : $"The model file's metadata must have at most {MostMetadataPairs} pairs and {MostMetadataBytes} bytes, but has {pairs} and {bytes}.";
    }

    /// <summary>What forbids to run a model; null for nothing.</summary>
    public static string? Problem(ModelProto model)
    {
        if (OnnxParts.Tensors(model).FirstOrDefault(tensor => tensor.DataLocation != 0 || tensor.ExternalData.Count > 0) is { } outside)
        {
            return $"The model file must hold all of its data, but its tensor '{outside.Name}' is in another file " +
                $"('{outside.ExternalData.FirstOrDefault(pair => pair.Key == "location")?.Value}'). Save the model as one file.";
        }
        if (OnnxParts.Nodes(model).FirstOrDefault(node => node.OpType == "Loop") is { } loop)
            return $"The model file must have no loops, since they can be without end, but its node '{loop.Name}' is one.";
        return OnnxParts.Nodes(model).SelectMany(node => node.Attribute, (node, attribute) => DivisorProblem(node, attribute)).FirstOrDefault(
            problem => problem is not null);
    }

    /// <remarks>ONNX Runtime divides by them without a look, and a division by zero ends the process.</remarks>
    private static string? DivisorProblem(NodeProto node, AttributeProto attribute)
    {
        if (!Divisors.Contains(attribute.Name)) return null;
        long[] numbers = [.. attribute.Ints, .. attribute.Type == AttributeProto.Types.AttributeType.Int ? [attribute.I] : Array.Empty<long>()];
        return numbers.All(number => number > 0) ? null
            : $"The model file's node '{node.Name}' must have '{attribute.Name}' above 0, but has {string.Join(", ", numbers)}.";
    }

    /// <summary>What is wrong with the length of a latent vector.</summary>
    public static IEnumerable<string> LatentProblems(int size)
    {
        if (size < 1) yield return $"its latent size is {size}";
        if (size > GreatestLatentSize) yield return $"its latent size is {size} and not at most {GreatestLatentSize}";
    }

    /// <summary>The number of values in a sample; of more than <see cref="MostSampleValues"/>, any number above it.</summary>
    /// <param name="shape">The sample's shape, of positive sizes.</param>
    public static long SampleValues(IEnumerable<int> shape) =>
        shape.Aggregate(1L, (product, size) => product > MostSampleValues ? product : product * size);
}
