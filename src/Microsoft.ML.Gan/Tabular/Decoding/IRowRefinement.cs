using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What a file does to a row that the generator has made, before it is decoded: a sweep that draws cells anew is one.</summary>
internal interface IRowRefinement : IDisposable
{
    /// <value>The uniform numbers that it needs of a row.</value>
    int Draws { get; }

    /// <summary>Writes it: the numbers as they are then, null if there are none; choices are drawn anew in their place.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="choices">The choices that were made.</param>
    /// <param name="numbers">The numbers that were made; null if there are none.</param>
    /// <param name="uniform">The uniform number of a draw, (N, 1).</param>
    MadeNumbers? Write(OnnxGraphBuilder graph, ChoiceDecoder choices, MadeNumbers? numbers, Func<int, OnnxValue> uniform);
}
