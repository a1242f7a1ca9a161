using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Tensors of some steps, without their graphs; they stay on the device, and only reading waits for it.</summary>
internal sealed class KeptTensors : IDisposable
{
    private readonly List<Tensor> _kept = [];

    public int Count => _kept.Count;

    public Tensor this[int index] => _kept[index];

    public void Add(Tensor tensor) => _kept.Add(tensor.detach().DetachFromDisposeScope());

    /// <summary>All of them, joined along their first dimension.</summary>
    public Tensor Joined() => cat(_kept, 0);

    /// <summary>Their values, of scalars.</summary>
    public double[] Values()
    {
        using var scope = NewDisposeScope();
        return _kept.Count == 0 ? [] : [.. stack(_kept).to(float64).cpu().data<double>()];
    }

    public void Clear()
    {
        _kept.ForEach(tensor => tensor.Dispose());
        _kept.Clear();
    }

    public void Dispose() => Clear();
}
