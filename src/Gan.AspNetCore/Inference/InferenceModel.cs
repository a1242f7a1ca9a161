namespace Gan.AspNetCore;

/// <summary>A model as the protocol describes it.</summary>
/// <param name="Name">The name that it is served by.</param>
/// <param name="Versions">The one version that is served.</param>
/// <param name="Platform">What runs it.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record InferenceModel(
    string Name, IReadOnlyList<string> Versions, string Platform, IReadOnlyList<TensorDescription> Inputs, IReadOnlyList<TensorDescription> Outputs);
