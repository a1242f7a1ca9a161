using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>A model and the one session that all of its scorers and cursors share: running it is safe from any thread.</summary>
/// <param name="mlContext">Says which device to run on.</param>
/// <param name="owner">What its user knows it as.</param>
/// <param name="file">The bytes of the model file. Its tensors have any names.</param>
internal sealed class OnnxModel(MLContext mlContext, Type owner, byte[] file) : IDisposable
{
    private readonly Lazy<InferenceSession> _session = new(() => OnnxSession.Open(mlContext, file));
    private bool _isDisposed;

    public MLContext MLContext => mlContext;

    public byte[] File => file;

    /// <summary>Opened when it is first asked for.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    public InferenceSession Session => _isDisposed ? throw Disposed() : _session.Value;

    public void Dispose()
    {
        _isDisposed = true;
        if (_session.IsValueCreated) _session.Value.Dispose();
    }

    private ObjectDisposedException Disposed() => new(
        owner.FullName,
        $"A {owner.Name} must be there while its rows are read, since they are computed as they are read. Dispose of it afterwards.");
}
