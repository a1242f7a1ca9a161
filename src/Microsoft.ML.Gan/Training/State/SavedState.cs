namespace Microsoft.ML.Gan.Training.State;

/// <summary>The state of a training: numbers by name, in the order in which they were written.</summary>
internal sealed class SavedState : Dictionary<string, SavedTensor>;
