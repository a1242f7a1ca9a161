using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx;

/// <summary>Holds a graph's inputs or outputs against those that its manifest speaks of.</summary>
internal static class GraphTensors
{
    /// <summary>What is missing, other than expected, or not expected.</summary>
    public static IEnumerable<string> Differences(
        string kind, IReadOnlyList<(string Name, OnnxElementType Type, IReadOnlyList<int> RowShape)> expected, IReadOnlyList<ValueInfoProto> actual)
    {
        foreach (var (name, type, rowShape) in expected)
        {
            var wanted = $"{type} [N, {string.Join(", ", rowShape)}]";
            var found = actual.FirstOrDefault(value => value.Name == name);
            if (found is null) yield return $"its graph has no {kind} '{name}'";
            else if (Describe(found) is var given && given != wanted) yield return $"{kind} '{name}' of its graph is {given} and not {wanted}";
        }
        foreach (var value in actual.Where(value => expected.All(tensor => tensor.Name != value.Name)))
            yield return $"its graph has a further {kind} '{value.Name}'";
    }

    private static string Describe(ValueInfoProto value)
    {
        if (value.Type?.TensorType is not { Shape: { } shape } tensor) return "no tensor of known shape";
        var dimensions = shape.Dim.Select((dimension, index) => index == 0 && !dimension.HasDimValue ? "N"
            : dimension.HasDimValue ? $"{dimension.DimValue}" : "unknown");
        return $"{(OnnxElementType)tensor.ElemType} [{string.Join(", ", dimensions)}]";
    }
}
