namespace Microsoft.ML.Gan.Training.State;

/// <summary>Numbers of a training's state.</summary>
/// <param name="Values">An array of one dimension.</param>
/// <param name="Shape">The shape of the tensor that they are of.</param>
internal sealed record SavedTensor(Array Values, IReadOnlyList<long> Shape)
{
    public static implicit operator SavedTensor(Array values) => new(values, [values.LongLength]);
}
