using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Rows of the training data.</summary>
/// <param name="Rows">x: (N, ...shape).</param>
/// <param name="Condition">
/// y, what both players are told of the rows: their classes, counted from 0, (N), or what is given of a table's rows, (N, width); null for nothing.
/// </param>
internal sealed record Batch(Tensor Rows, Tensor? Condition);
