using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

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

    /// <value>Whether tensors stay in the memory of the process. What another device reads is copied when it is bound.</value>
    public bool IsOnCpu { get; } = mlContext.GpuDeviceId is null && mlContext.GetOnnxSessionOption()?.CreateSessionOptions is null;

    /// <value>The inputs that every run must have.</value>
    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.Value.InputMetadata;

    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.Value.OutputMetadata;

    /// <summary>Runs the model; the first run opens its session.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the model, or these inputs.</exception>
    /// <exception cref="ObjectDisposedException">The owner was disposed of, before the run or while it ran.</exception>
    public void Run(
        RunOptions run, IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs,
        IReadOnlyCollection<string> outputNames, IReadOnlyCollection<OrtValue> outputs) =>
        Run(run, (run, inputNames, inputs, outputNames, outputs), static (session, tensors) =>
        {
            session.Run(tensors.run, tensors.inputNames, tensors.inputs, tensors.outputNames, tensors.outputs);
            return true;
        });

    /// <summary>Runs the model on tensors that are bound.</summary>
    public void Run(RunOptions run, OrtIoBinding binding) =>
        Run(run, (run, binding), static (session, bound) =>
        {
            session.RunWithBinding(bound.run, bound.binding);
            return true;
        });

    /// <summary>Tensors that are bound once for many runs.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    public OrtIoBinding CreateBinding()
    {
        lock (_runs) return _isDisposed ? throw Disposed() : _session.Value.CreateIoBinding();
    }

    /// <summary>Runs the model into tensors that ONNX Runtime makes.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses these inputs.</exception>
    /// <exception cref="ObjectDisposedException">The owner was disposed of, before the run or while it ran.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions run, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames) =>
        Run(run, (run, inputs, outputNames), static (session, tensors) => session.Run(tensors.run, tensors.inputs, tensors.outputNames));

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

    private TResult Run<TTensors, TResult>(RunOptions run, TTensors tensors, Func<InferenceSession, TTensors, TResult> function)
    {
        Begin(run);
        try
        {
            return function(_session.Value, tensors);
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
