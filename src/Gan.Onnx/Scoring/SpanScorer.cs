using System.Collections.Concurrent;

namespace Gan.Onnx;

/// <summary>Runs a generator of vectors on spans, all rows at once and without a copy. Any number of threads may use one.</summary>
/// <remarks>Each thread at work has a binding of its own, which stays for the next call.</remarks>
internal sealed class SpanScorer(OnnxModel model, OnnxColumn latent, OnnxColumn? label, OnnxColumn sample) : IDisposable
{
    private readonly ConcurrentBag<SpanBinding> _idle = [];
    private volatile bool _isDisposed;

    /// <param name="rows">The number of rows, which the spans' lengths must agree with.</param>
    /// <param name="latents">The latent vectors, row by row.</param>
    /// <param name="labels">A key value a row; empty without classes.</param>
    /// <param name="samples">Where the samples go.</param>
    public void Run(int rows, ReadOnlySpan<float> latents, ReadOnlySpan<uint> labels, Span<float> samples)
    {
        if (!_idle.TryTake(out var binding)) binding = new SpanBinding(model, latent, label, sample);
        try
        {
            binding.Run(rows, latents, labels, samples);
        }
        finally
        {
            _idle.Add(binding);
            if (_isDisposed) Clear();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        Clear();
    }

    private void Clear()
    {
        while (_idle.TryTake(out var binding)) binding.Dispose();
    }
}
