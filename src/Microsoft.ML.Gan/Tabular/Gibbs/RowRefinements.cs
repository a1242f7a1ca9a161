using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Decoding;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Several refinements of a row, one after the other.</summary>
/// <param name="parts">The refinements.</param>
internal sealed class RowRefinements(IReadOnlyList<IRowRefinement> parts) : IRowRefinement
{
    /// <value>The refinements.</value>
    public IReadOnlyList<IRowRefinement> Parts => parts;

    public int Draws => parts.Sum(part => part.Draws);

    public MadeNumbers? Write(OnnxGraphBuilder graph, ChoiceDecoder choices, MadeNumbers? numbers, Func<int, OnnxValue> uniform)
    {
        var done = 0;
        foreach (var part in parts)
        {
            var first = done;
            numbers = part.Write(graph, choices, numbers, draw => uniform(first + draw));
            done += part.Draws;
        }
        return numbers;
    }

    public void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }
}
