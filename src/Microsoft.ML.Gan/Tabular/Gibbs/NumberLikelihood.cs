using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>The pseudo-likelihood of numbers: the mean of log p(bin of a number's rank | cells that are not masked).</summary>
internal sealed class NumberLikelihood : IPseudoLikelihood
{
    private readonly NumberNetwork _network;
    private readonly RowLayout _layout;
    private readonly NoiseSource _noise;
    private readonly Tensor _all;                                     // 0, 1, 2, ...: all numbers that are drawn anew
    private readonly Tensor _cells;                                   // (numbers that are drawn anew, cells): one-hots
    private readonly Tensor _places;                                  // (numbers that are drawn anew): of each among all numbers
    private readonly Tensor _presences;                               // likewise: where a row says that it is there; behind its end if it always is

    public NumberLikelihood(TableSchema schema, NumberNetwork network, NoiseSource noise, Device device)
    {
        (_network, _layout, _noise) = (network, schema.Layout, noise);
        using var scope = NewDisposeScope();
        long[] places = [.. network.Drawn.Select(number => (long)number)];
        _all = tensor([.. places.Select((_, place) => (long)place)], device: device).DetachFromDisposeScope();
        _places = tensor(places, device: device).DetachFromDisposeScope();
        var cells = tensor(Array.ConvertAll(places, place => schema.MadeChoices + place), device: device);
        _cells = eye(network.CellCount, device: device).index_select(0, cells).DetachFromDisposeScope();
        _presences = tensor(
            Array.ConvertAll(places, place => (long)(_layout.PresenceOfNumbers[(int)place] ?? _layout.RowWidth)), device: device)
            .DetachFromDisposeScope();
    }

    public nn.Module<Tensor, Tensor, Tensor> Network => _network;

    // with β₂ of 0.99 and no slow beginning the likelihood of held-out rows is worse by 0.02
    public AdamSettings Adam { get; } = new(LearningRate: 2e-3, Beta1: 0.9, Beta2: 0.999);

    public double WarmUp => 0.3;

    /// <summary>Each number has as many of the rows to itself; where there are fewer rows, some numbers have one.</summary>
    public Tensor OfDrawnCells(Tensor rows)
    {
        _network.train();
        var (drawn, count) = (_network.Drawn.Count, (int)Math.Min(_network.Drawn.Count, rows.shape[0]));
        var asked = count == drawn
            ? _all
            : _noise.Permutation(drawn).narrow(0, 0, count);
        var each = rows.shape[0] / count;
        rows = rows.narrow(0, 0, count * each);
        var masked = _cells.index_select(0, asked).repeat_interleave(each, 0);
        var features = _network.call(rows, masked).view(count, each, -1);
        var ofRows = asked.repeat_interleave(each, 0);
        return Of(rows, _network.Logits(features, asked).view(count * each, -1), ofRows);
    }

    public double OfAllCells(Tensor rows, int rowsAtOnce)
    {
        _network.eval();
        return IPseudoLikelihood.MeanOfCells(_network.Drawn.Count, rows, rowsAtOnce, (batch, place) =>
        {
            var masked = _cells.narrow(0, place, 1).expand(batch.shape[0], -1);
            var logits = _network.Logits(_network.call(batch, masked), place);
            return Of(batch, logits, _all.narrow(0, place, 1).expand(batch.shape[0]));
        });
    }

    public void Dispose()
    {
        _all.Dispose();
        _cells.Dispose();
        _places.Dispose();
        _presences.Dispose();
    }

    /// <summary>A number that is missing counts for nothing.</summary>
    /// <param name="rows">(N, row width).</param>
    /// <param name="logits">(N, bins).</param>
    /// <param name="asked">The place of each row's number among those that are drawn anew: (N).</param>
    private Tensor Of(Tensor rows, Tensor logits, Tensor asked)
    {
        var ranks = _layout.Numbers(rows).gather(1, _places.index_select(0, asked).unsqueeze(1)).NormalRank();
        var all = cat([rows, ones(rows.shape[0], 1, device: rows.device)], 1);
        var presence = all.gather(1, _presences.index_select(0, asked).unsqueeze(1));
        return (logits.log_softmax(1).gather(1, RankBins.Of(ranks)) * presence).mean();
    }
}
