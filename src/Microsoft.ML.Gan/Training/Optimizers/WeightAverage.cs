using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>The exponential moving average θ̄ of a network's weights (Yazıcı et al. 2019; Karras et al. 2018, appendix A).</summary>
/// <remarks>
/// θ̄ ← β θ̄ + (1 − β) θ with β = ½^(batch / half-life), the half-life held below 5 % of the samples seen, so that the random first
/// weights do not linger. Buffers (batch normalisation's statistics) are copied.
/// </remarks>
internal sealed class WeightAverage : IResumable, IDisposable
{
    /// <summary>The half-life is at most this share of the samples seen so far: Karras et al. (2020, ADA), whose code ramps it up so.</summary>
    private const double RampUp = 0.05;

    private readonly nn.Module _network;
    private readonly List<(Tensor Weight, Tensor Average)> _weights;
    private readonly FlatTensors? _flat;                              // the averages; null on the CPU
    private List<Tensor> _kept = [];
    private readonly double? _halfLifeInSamples;
    private readonly long _batchSize;
    private long _rounds;

    /// <param name="network">The network whose weights are averaged; its buffers stay its own.</param>
    /// <param name="halfLifeInSamples">After so many samples a weight counts half; null for no averaging.</param>
    /// <param name="batchSize">Samples per round.</param>
    /// <param name="isFlat">Whether the averages are side by side and move by few calls; null for whether they are on a device.</param>
    public WeightAverage(nn.Module network, double? halfLifeInSamples, long batchSize, bool? isFlat = null)
    {
        _network = network;
        _halfLifeInSamples = halfLifeInSamples;
        _batchSize = batchSize;
        Tensor[] weights = halfLifeInSamples is null ? [] : [.. network.parameters()];
        if (weights is [var any, ..] && (isFlat ?? any.device_type != DeviceType.CPU)) _flat = FlatTensors.CopyOf(weights);
        _weights = [.. weights.Zip(_flat?.Parts ?? weights.Select(weight => weight.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>Takes in the weights after one more round.</summary>
    public void Update()
    {
        _rounds++;
        var newShare = NewShare();
        if (_flat is not null)
        {
            UpdateFlat(_flat.All, newShare);
            return;
        }
        foreach (var (weight, average) in _weights)
        {
            var floats = average.Floats();
            TensorPrimitives.Lerp(floats, weight.Floats(), newShare, floats);
        }
    }

    /// <summary>Gives the network its averaged weights, and keeps its own in their place: called again, it undoes that.</summary>
    public void Exchange()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (weight, average) in _weights)
        {
            var own = weight.clone();
            weight.copy_(average);
            average.copy_(own);
        }
    }

    /// <summary>Remembers the network's weights of this moment as those to <see cref="Apply"/>.</summary>
    public void Keep()
    {
        _kept.ForEach(weight => weight.Dispose());
        _kept = [.. _network.parameters().Select(weight => weight.detach().clone().DetachFromDisposeScope())];
    }

    /// <summary>Gives the network the weights that were kept, or else its averaged ones.</summary>
    public void Apply()
    {
        using var noGrad = no_grad();
        if (_kept.Count > 0) foreach (var (weight, kept) in _network.parameters().Zip(_kept)) weight.copy_(kept);
        else foreach (var (weight, average) in _weights) weight.copy_(average);
    }

    public void Save(StateWriter to)
    {
        to.Write("rounds", _rounds);
        to.Write("averages", _weights.Select(pair => pair.Average));
        to.Write("hasKept", _kept.Count > 0);
        to.Write("kept", _kept);
    }

    public void Load(StateReader from)
    {
        _rounds = from.Read<long>("rounds");
        from.ReadInto("averages", _weights.Select(pair => pair.Average));
        if (!from.Read<bool>("hasKept")) return;
        Keep();
        from.ReadInto("kept", _kept);
    }

    public void Dispose()
    {
        _weights.ForEach(pair => pair.Average.Dispose());
        _flat?.Dispose();
        _kept.ForEach(weight => weight.Dispose());
    }

    private void UpdateFlat(Tensor averages, float newShare)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var share = newShare.ToScalar();
        averages.add_(FlatTensors.Join(_weights.Select(pair => pair.Weight)) - averages, share);
    }

    private float NewShare()                                          // 1 − β
    {
        var halfLife = Math.Min(_halfLifeInSamples ?? 0, _rounds * (double)_batchSize * RampUp);
        return (float)(1 - Math.Pow(0.5, _batchSize / Math.Max(halfLife, double.Epsilon)));
    }
}
