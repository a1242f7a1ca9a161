using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What is made of the numbers of a row.</summary>
/// <param name="Points">What is learnt of them: double (N, numbers).</param>
/// <param name="Ranks">Their ranks, as the networks are taught them: (N, numbers).</param>
internal sealed record MadeNumbers(OnnxValue Points, OnnxValue Ranks);
