using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Rows that are on the device as one tensor.</summary>
/// <param name="rows">The rows: (N, ...).</param>
/// <param name="classes">Their classes: (N); null for none.</param>
/// <param name="batchSize">The rows of a batch.</param>
/// <param name="noise">What the order is drawn from.</param>
/// <param name="ranks">Who trains together; null for this process alone.</param>
/// <param name="bufferRows">The rows of the shuffle buffer whose order they have; null for all.</param>
/// <param name="encode">Makes the networks' numbers of a batch; null where the rows are that already.</param>
internal sealed class ResidentRows(
    Tensor rows, Tensor? classes, int batchSize, NoiseSource noise, Ranks? ranks = null, int? bufferRows = null, Func<Tensor, Tensor>? encode = null)
    : ITrainingRows
{
    private readonly Ranks _ranks = ranks ?? Ranks.Alone;
    private readonly OrderStream _stream = noise.OrderOfRows();
    private RowPlace? _place;                                         // null: no pass has begun
    private Tensor? _order;

    public long Count => rows.shape[0];

    public Batch Next()
    {
        var ofAll = (long)batchSize * _ranks.Count;
        if (_place is null || _place.Position + ofAll > Count) Begin(new(_stream.State, 0));
        var indices = _order!.narrow(0, _place!.Position + (long)batchSize * _ranks.Own, batchSize);
        _place = _place with { Position = _place.Position + ofAll };
        var taken = rows.index_select(0, indices);
        return new Batch(encode is null ? taken : encode(taken), classes?.index_select(0, indices));
    }

    public void Save(StateWriter to) => (_place ?? new(_stream.State, 0)).Save(to);

    public void Load(StateReader from)
    {
        var place = RowPlace.Load(from);
        _stream.State = place.PassStart;
        Begin(place);
    }

    public void Dispose()
    {
        _order?.Dispose();
        _stream.Dispose();
    }

    private void Begin(RowPlace place)
    {
        using var scope = NewDisposeScope();
        _order?.Dispose();
        var order = bufferRows is { } places && places < Count
            ? tensor(ShuffleOrder.Numbers(Count, places, _stream))
            : _stream.PermutationTensor(Count);
        _order = order.OnDevice(rows.device).DetachFromDisposeScope();
        _place = place;
    }
}
