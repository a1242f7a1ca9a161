using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What is given of a number.</summary>
/// <param name="IsGiven">Whether it is: Boolean (N, 1), or (1, 1) for all rows.</param>
/// <param name="Points">Its points, or its value: double, likewise; any number where it is not.</param>
internal sealed record GivenNumber(OnnxValue IsGiven, OnnxValue Points)
{
    /// <summary>One number, or another where that is not given; null for none of them.</summary>
    public static GivenNumber? Or(OnnxGraphBuilder graph, GivenNumber? one, GivenNumber? other)
    {
        if (one is null || other is null) return one ?? other;
        return new(graph.Logical("Or", one.IsGiven, other.IsGiven), graph.Where(one.IsGiven, one.Points, other.Points));
    }

    /// <summary>The given points where there are some, else others.</summary>
    public OnnxValue Over(OnnxGraphBuilder graph, OnnxValue others) => graph.Where(IsGiven, Points, others);
}
