using Gan.Onnx.Graph;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>The tensors of one thread's runs on spans.</summary>
internal sealed class SpanBinding : IDisposable
{
    private readonly OnnxModel _model;
    private readonly RunOptions _run = OnnxSession.CreateRun();
    private readonly OrtIoBinding _binding;
    private readonly PlacedTensor _latents;
    private readonly PlacedTensor? _labels;
    private readonly PlacedTensor _samples;

    public SpanBinding(OnnxModel model, OnnxColumn latent, OnnxColumn? label, OnnxColumn sample)
    {
        _model = model;
        _binding = model.CreateBinding();
        _latents = new(latent, OnnxElementType.Single, sizeof(float));
        _labels = label is null ? null : new(label, OnnxElementType.UInt32, sizeof(uint));
        _samples = new(sample, OnnxElementType.Single, sizeof(float));
    }

    public unsafe void Run(int rows, ReadOnlySpan<float> latents, ReadOnlySpan<uint> labels, Span<float> samples)
    {
        fixed (float* from = latents, to = samples)
        fixed (uint* keys = labels)
        {
            BindInput(_latents, (nint)from, rows);
            if (_labels is not null) BindInput(_labels, (nint)keys, rows);
            if (_samples.Move((nint)to, rows)) _binding.BindOutput(_samples.Name, _samples.Value);
            _model.Run(_run, _binding);
        }
    }

    public void Dispose()
    {
        _binding.Dispose();
        _latents.Dispose();
        _labels?.Dispose();
        _samples.Dispose();
        _run.Dispose();
    }

    // To bind an input is to copy it where the device is another one
    private void BindInput(PlacedTensor tensor, nint place, int rows)
    {
        if (tensor.Move(place, rows) || !_model.IsOnCpu) _binding.BindInput(tensor.Name, tensor.Value);
    }
}
