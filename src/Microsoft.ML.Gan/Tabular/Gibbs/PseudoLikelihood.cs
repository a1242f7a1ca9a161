using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>The pseudo-likelihood (Besag 1975) that a dependency network gives to rows: the mean of log p(choice | all other cells).</summary>
internal sealed class PseudoLikelihood(DependencyNetwork network, NoiseSource noise, Device device) : IPseudoLikelihood
{
    private readonly Tensor _askable = Askable(network, device);      // (choices that are drawn anew, choices): one-hots

    public nn.Module<Tensor, Tensor, Tensor> Network => network;

    public AdamSettings Adam { get; } = new(LearningRate: 2e-3, Beta1: 0.9, Beta2: 0.99);

    public double WarmUp => 0;

    public Tensor OfDrawnCells(Tensor rows) => Of(rows, Drawn(rows.shape[0]));

    public double OfAllCells(Tensor rows, int rowsAtOnce) => IPseudoLikelihood.MeanOfCells(
        (int)_askable.shape[0], rows, rowsAtOnce, (batch, place) => Of(batch, _askable.narrow(0, place, 1).expand(batch.shape[0], -1)));

    public void Dispose() => _askable.Dispose();

    /// <summary>The mean of log p(choice | all other cells); a cell that has chosen none counts for nothing.</summary>
    private Tensor Of(Tensor rows, Tensor asked)
    {
        var chosen = network.Slots(rows) * network.SlotsOf(asked);
        return (chosen * network.call(rows, asked).log_softmax(1)).sum(1).mean();
    }

    /// <summary>One-hots of choices drawn at random: (N, choices).</summary>
    private Tensor Drawn(long count)
    {
        var places = noise.Uniform(count).Times(_askable.shape[0]).Clamp(0, _askable.shape[0] - 0.5);
        return _askable.index_select(0, places.to(int64));
    }

    private static Tensor Askable(DependencyNetwork network, Device device)
    {
        using var scope = NewDisposeScope();
        var drawn = tensor([.. network.Drawn.Select(choice => (long)choice)], device: device);
        return eye(network.Choices.Count, device: device).index_select(0, drawn).DetachFromDisposeScope();
    }
}
