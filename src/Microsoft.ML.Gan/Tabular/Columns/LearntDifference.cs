using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// How a number follows from another one of its row and what it differs by: point = slope · other point + offset + difference, within its own range.
/// </summary>
/// <param name="Base">The index of the other number.</param>
/// <param name="Slope">Points of the number in a point of the other.</param>
/// <param name="Offset">The point of the number at the other's point 0.</param>
/// <param name="Least">The least point of the number's own quantile function.</param>
/// <param name="Greatest">The greatest.</param>
internal sealed record LearntDifference(int Base, double Slope, double Offset, double Least, double Greatest)
{
    /// <summary>Parts of a point that a difference is rounded to: equal differences are equal, whatever the rounding before.</summary>
    public const double Scale = 1e6;

    private const int Digits = 6;

    /// <summary>What is learnt of a row.</summary>
    /// <param name="grid">The number's.</param>
    /// <param name="own">The number's point.</param>
    /// <param name="other">The other's point.</param>
    public double Of(ValueGrid grid, double own, double other) => Between(grid, own, Slope * other + Offset);

    /// <summary>What two points of a grid, or numbers, differ by.</summary>
    public static double Between(ValueGrid grid, double own, double other) => grid.IsGrid ? Math.Round(own - other, Digits) : own - other;

    /// <summary>Writes the number's points, (N, 1), before they are put on its grid.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="other">The other's points: double (N, 1).</param>
    /// <param name="difference">What was learnt: double (N, 1).</param>
    public OnnxValue Add(OnnxGraphBuilder graph, OnnxValue other, OnnxValue difference)
    {
        var sum = graph.Plus(graph.Affine(other, Slope, Offset), difference);
        return graph.Clip(sum, graph.Constant([Least], 1), graph.Constant([Greatest], 1));
    }
}
