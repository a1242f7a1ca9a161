using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>A model and the one session that all of its scorers and cursors share: running it is safe from any thread.</summary>
/// <remarks>To dispose of it ends the runs of other threads between two operators; the last of them closes the session.</remarks>
/// <param name="mlContext">Says which device to run on.</param>
/// <param name="owner">What its user knows it as.</param>
/// <param name="file">The bytes of the model file. Its tensors have any names.</param>
internal sealed class OnnxModel(MLContext mlContext, Type owner, byte[] file) : IDisposable
{
    private readonly Lazy<InferenceSession> _session = new(() => OnnxSession.Open(mlContext, file));
    private readonly HashSet<RunOptions> _runs = [];
    private bool _isDisposed;

    public MLContext MLContext => mlContext;

    public byte[] File => file;

    /// <value>The texts of the file's metadata, by their keys.</value>
    public IReadOnlyDictionary<string, string> Metadata => _session.Value.ModelMetadata.CustomMetadataMap;

    /// <value>The inputs that every run must have.</value>
    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.Value.InputMetadata;

    /// <value>The inputs that may be left out.</value>
    public IReadOnlyDictionary<string, NodeMetadata> OptionalInputs => _session.Value.OverridableInitializerMetadata;

    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.Value.OutputMetadata;

    /// <summary>Runs the model; the first run opens its session.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the model, or these inputs.</exception>
    /// <exception cref="ObjectDisposedException">The owner was disposed of, before the run or while it ran.</exception>
    public void Run(
        RunOptions run, IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs,
        IReadOnlyCollection<string> outputNames, IReadOnlyCollection<OrtValue> outputs)
    {
        Begin(run);
        try
        {
            _session.Value.Run(run, inputNames, inputs, outputNames, outputs);
        }
        catch (OnnxRuntimeException refusal)
        {
            throw _isDisposed ? Disposed() : OnnxSession.Refused("run", refusal);
        }
        finally
        {
            End(run);
        }
    }

    /// <summary>Runs the model into tensors that ONNX Runtime makes.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses these inputs.</exception>
    /// <exception cref="ObjectDisposedException">The owner was disposed of, before the run or while it ran.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions run, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        Begin(run);
        try
        {
            return _session.Value.Run(run, inputs, outputNames);
        }
        catch (OnnxRuntimeException refusal)
        {
            throw _isDisposed ? Disposed() : OnnxSession.Refused("run", refusal);
        }
        finally
        {
            End(run);
        }
    }

    public void Dispose()
    {
        lock (_runs)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            foreach (var run in _runs) run.Terminate = true;
            if (_runs.Count == 0) Close();
        }
    }

    private void Begin(RunOptions run)
    {
        lock (_runs)
        {
            if (_isDisposed) throw Disposed();
            _runs.Add(run);
        }
    }

    private void End(RunOptions run)
    {
        lock (_runs)
        {
            _runs.Remove(run);
            if (_isDisposed && _runs.Count == 0) Close();
        }
    }

    private void Close()
    {
        if (_session.IsValueCreated) _session.Value.Dispose();
    }

    private ObjectDisposedException Disposed() => new(
        owner.FullName,
        $"A {owner.Name} must be there while its rows are read, since they are computed as they are read. Dispose of it afterwards.");
}
