namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>The rows that are trained on, wherever they are.</summary>
internal interface IRows
{
    /// <value>The rows of an epoch.</value>
    long Count { get; }

    /// <summary>The next batch, on the device that is trained on.</summary>
    Batch Next();
}
