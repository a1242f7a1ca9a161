using System.Security.Cryptography;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Microsoft.ML.Gan.Exchange;

/// <summary>The processes that train together, and what they make of each other's numbers; of a process alone, its own.</summary>
/// <param name="exchange">Joins them; null for a process alone.</param>
internal sealed class Ranks(IGanExchange? exchange)
{
    private const int HashBytes = 8;

    public static Ranks Alone { get; } = new(null);

    public int Count => exchange?.Size ?? 1;

    /// <value>The rank of this process.</value>
    public int Own => exchange?.Rank ?? 0;

    /// <value>Whether this is the process that reports and writes.</value>
    public bool IsFirst => Own == 0;

    /// <summary>The means over all ranks.</summary>
    public double[] Mean(IReadOnlyList<double> own)
    {
        if (Count == 1) return [.. own];
        float[] values = [.. own.Select(value => (float)value)];
        Mean(values.AsSpan());
        return [.. values.Select(value => (double)value)];
    }

    /// <summary>The means over all ranks, as they travel: in one message.</summary>
    /// <param name="own">Tensors of single precision, on one device.</param>
    public IReadOnlyList<Tensor> Mean(IReadOnlyList<Tensor> own)
    {
        if (Count == 1 || own.Count == 0) return own;
        var flat = cat([.. own.Select(tensor => tensor.flatten())]).cpu();
        Mean(flat.Floats());
        var parts = flat.to(own[0].device).split([.. own.Select(tensor => tensor.numel())]);
        return [.. parts.Zip(own, (part, tensor) => part.reshape(tensor.shape))];
    }

    /// <summary>Whether something is so at any rank.</summary>
    public bool Any(bool own)
    {
        if (Count == 1) return own;
        Span<float> ranks = [own ? 1 : 0];
        exchange!.Sum(ranks);
        return ranks[0] > 0;
    }

    /// <summary>A number that rank 0 finds out, to the bit.</summary>
    public double FromFirst(Func<double> find) =>
        Count == 1 ? find() : BitConverter.ToDouble(Gather(IsFirst ? BitConverter.GetBytes(find()) : new byte[sizeof(double)])[0]);

    /// <summary>Refuses to go on where ranks have not the same.</summary>
    /// <param name="what">What must be the same.</param>
    /// <param name="own">Its bytes at this rank.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    /// <exception cref="InvalidOperationException">A rank has others. It is thrown at all of them.</exception>
    public void RequireSame(string what, IncrementalHash own, string remedy)
    {
        if (Count == 1) return;
        var hashes = Gather(own.GetHashAndReset()[..HashBytes]);
        var other = Array.FindIndex(hashes, hash => !hash.SequenceEqual(hashes[0]));
        if (other > 0) throw new InvalidOperationException($"All ranks must have the same {what}, but rank {other} has others than rank 0. {remedy}");
    }

    /// <summary>The bytes of each rank; there are as many at every rank.</summary>
    private byte[][] Gather(byte[] own)
    {
        var all = new float[Count * own.Length];                      // whole numbers below 256 beside zeros: their sums are exact
        for (var i = 0; i < own.Length; i++) all[Own * own.Length + i] = own[i];
        exchange!.Sum(all);
        return [.. all.Select(value => (byte)value).Chunk(own.Length)];
    }

    private void Mean(Span<float> values)
    {
        exchange!.Sum(values);
        TensorPrimitives.Multiply(values, 1f / Count, values);
    }
}
