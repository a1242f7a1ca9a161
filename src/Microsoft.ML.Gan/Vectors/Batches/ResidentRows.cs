using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Rows that are on the device as one tensor: a new order each epoch, whole batches only.</summary>
/// <remarks>
/// All ranks have the same order, and take their batches side by side. The rows left over at an epoch's end (fewer than a batch of all) are left to
/// the next order: batch normalisation needs whole batches.
/// </remarks>
internal sealed class ResidentRows(Tensor rows, Tensor? classes, int batchSize, NoiseSource noise, Ranks? ranks = null) : IRows, IDisposable
{
    private readonly Ranks _ranks = ranks ?? Ranks.Alone;
    private Tensor? _order;
    private long _position;

    public long Count => rows.shape[0];

    public Batch Next()
    {
        var ofAll = (long)batchSize * _ranks.Count;
        if (_order is null || _position + ofAll > Count)
        {
            _order?.Dispose();
            _order = noise.Permutation(Count).DetachFromDisposeScope();
            _position = 0;
        }
        var indices = _order.narrow(0, _position + (long)batchSize * _ranks.Own, batchSize);
        _position += ofAll;
        return new Batch(rows.index_select(0, indices), classes?.index_select(0, indices));
    }

    /// <summary>The first rows, at most so many.</summary>
    public Batch First(long most) => new(rows.narrow(0, 0, Math.Min(most, Count)), classes?.narrow(0, 0, Math.Min(most, Count)));

    public void Save(StateWriter to)
    {
        to.Write("position", _position);
        to.Write("order", _order is null ? [] : _order.cpu().data<long>().ToArray());
    }

    public void Load(StateReader from)
    {
        _position = from.Read<long>("position");
        var order = from.ReadArray<long>("order");
        _order?.Dispose();
        _order = order.Length == 0 ? null : tensor(order, device: rows.device).DetachFromDisposeScope();
    }

    public void Dispose() => _order?.Dispose();
}
