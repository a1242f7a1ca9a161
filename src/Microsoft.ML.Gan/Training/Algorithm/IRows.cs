using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>The rows that are trained on, wherever they are.</summary>
internal interface IRows : IResumable
{
    /// <value>The rows of an epoch.</value>
    long Count { get; }

    /// <summary>The next batch, on the device that is trained on.</summary>
    Batch Next();
}
