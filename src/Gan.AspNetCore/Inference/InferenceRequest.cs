using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore;

/// <summary>A request for a run: tensors for inputs of the file, and the outputs that are wanted.</summary>
/// <param name="Id">What the client calls the request; null for nothing.</param>
/// <param name="Inputs">The tensors by the inputs' names.</param>
/// <param name="OutputNames">The outputs' names.</param>
internal sealed record InferenceRequest(string? Id, IReadOnlyDictionary<string, OrtValue> Inputs, IReadOnlyList<string> OutputNames) : IDisposable
{
    public void Dispose()
    {
        foreach (var tensor in Inputs.Values) tensor.Dispose();
    }
}
