using Microsoft.ML.Gan.Training.Algorithm;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>The rows of a fit, in memory or read as they are needed: in the same order, hence the same batches.</summary>
/// <remarks>
/// All ranks have the same order, and take their batches side by side. The rows left over at an epoch's end (fewer than a batch of all) are passed
/// over: batch normalisation needs whole batches.
/// </remarks>
internal interface ITrainingRows : IRows, IDisposable;
