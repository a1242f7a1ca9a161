using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Torch;

/// <summary>Tensors side by side in one, so that the device changes all of them by one call.</summary>
internal sealed class FlatTensors : IDisposable
{
    private FlatTensors(Tensor all, IReadOnlyList<Tensor> like)
    {
        All = all.DetachFromDisposeScope();
        var position = 0L;
        Parts = [.. like.Select(tensor =>
        {
            var part = all.narrow(0, position, tensor.numel()).view(tensor.shape).DetachFromDisposeScope();
            position += tensor.numel();
            return part;
        })];
    }

    /// <value>All elements: (number of elements).</value>
    public Tensor All { get; }

    /// <value>The same memory, in the shape of each tensor.</value>
    public IReadOnlyList<Tensor> Parts { get; }

    /// <summary>Zeros in the shapes of tensors, and where those are.</summary>
    public static FlatTensors ZerosLike(IReadOnlyList<Tensor> tensors)
    {
        using var scope = NewDisposeScope();
        return new(zeros(tensors.Sum(tensor => tensor.numel()), device: tensors[0].device), tensors);
    }

    /// <summary>Copies of tensors.</summary>
    public static FlatTensors CopyOf(IReadOnlyList<Tensor> tensors)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return new(Join(tensors), tensors);
    }

    /// <summary>The elements of all tensors: (number of elements).</summary>
    public static Tensor Join(IEnumerable<Tensor> tensors) => cat([.. tensors.Select(tensor => tensor.reshape(-1))], 0);

    public void Dispose()
    {
        foreach (var part in Parts) part.Dispose();
        All.Dispose();
    }
}
