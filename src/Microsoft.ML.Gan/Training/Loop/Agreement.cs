using System.Security.Cryptography;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Training.Algorithm;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Brings the ranks of a fit together at its reports: the same numbers, the same buffers, and proof of the same weights.</summary>
/// <param name="ranks">The ranks.</param>
/// <param name="networks">Both players' networks.</param>
internal sealed class Agreement(Ranks ranks, params nn.Module[] networks)
{
    /// <summary>The means over all ranks of what their rounds measured; the networks' buffers, as batch normalisation's, get theirs too.</summary>
    public RoundMeans Of(RoundMeans own)
    {
        if (ranks.Count == 1) return own;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        Tensor[] buffers = [.. networks.SelectMany(network => network.buffers()).Where(buffer => buffer.dtype == ScalarType.Float32)];
        foreach (var (buffer, mean) in buffers.Zip(ranks.Mean(buffers))) buffer.copy_(mean);
        return own.Over(ranks);
    }

    /// <summary>Refuses to go on where ranks have come apart.</summary>
    /// <param name="round">The rounds done.</param>
    /// <exception cref="InvalidOperationException">A rank has other weights, or has done other rounds. It is thrown at all of them.</exception>
    public void RequireSameWeights(int round)
    {
        if (ranks.Count == 1) return;
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(round));
        foreach (var tensor in networks.SelectMany(network => network.state_dict().Values)) hash.AppendData(tensor.contiguous().cpu().bytes);
        ranks.RequireSame(
            $"weights after round {round:N0}", hash, "Start all of them with the same folder of checkpoints, on processors of one kind.");
    }
}
