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
        var byName = actual.DistinctBy(value => value.Name).ToDictionary(value => value.Name);
        foreach (var (name, type, rowShape) in expected)
        {
            var wanted = $"{type} [N, {string.Join(", ", rowShape)}]";
            if (!byName.Remove(name, out var found)) yield return $"its graph has no {kind} '{name}'";
            else if (Describe(found) is var given && given != wanted) yield return $"{kind} '{name}' of its graph is {given} and not {wanted}";
        }
        foreach (var name in byName.Keys) yield return $"its graph has a further {kind} '{name}'";
        if (actual.Count > expected.Count) yield return $"its graph has {actual.Count} {kind}s and not {expected.Count}";
    }

    private static string Describe(ValueInfoProto value)
    {
        if (value.Type?.TensorType is not { Shape: { } shape } tensor) return "no tensor of known shape";
        var dimensions = shape.Dim.Select((dimension, index) => index == 0 && !dimension.HasDimValue ? "N"
            : dimension.HasDimValue ? $"{dimension.DimValue}" : "unknown");
        return $"{(OnnxElementType)tensor.ElemType} [{string.Join(", ", dimensions)}]";
    }
}
