using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What is made of the numbers of a row.</summary>
/// <param name="Points">What is learnt of them: double (N, numbers).</param>
/// <param name="Ranks">Their ranks, as the networks are taught them: (N, numbers).</param>
internal sealed record MadeNumbers(OnnxValue Points, OnnxValue Ranks)
{
    /// <value>What is given of each, on its own grid: such a number stays; null for one that can't be given.</value>
    public IReadOnlyList<GivenNumber?> Given { get; init; } = [];

    /// <value>Whether a row has a number that is given: Boolean (N, 1), or (1, 1) for all rows; null if none can be.</value>
    public OnnxValue? IsAnyGiven { get; init; }

    /// <summary>Whether a number is given; null if it can't be.</summary>
    public OnnxValue? IsGiven(int number) => Given.Count == 0 ? null : Given[number]?.IsGiven;
}
