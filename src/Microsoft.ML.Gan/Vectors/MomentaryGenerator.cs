using Gan.Onnx;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Makes the generator of a moment of a training, as often as it is asked for until the moment is over.</summary>
/// <param name="create">Makes it.</param>
internal sealed class MomentaryGenerator(Func<GeneratorTransformer> create) : IDisposable
{
    private bool _isOver;

    /// <exception cref="InvalidOperationException">The moment is over.</exception>
    public GeneratorTransformer Create() => !_isOver ? create() : throw new InvalidOperationException(
        "The generator of a moment must be made while its progress is being reported, but training has gone on. Make it in Report.");

    public void Dispose() => _isOver = true;
}
