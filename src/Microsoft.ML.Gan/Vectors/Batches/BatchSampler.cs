using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Draws batches from a data set that is on the device as one tensor: a new order each epoch, whole batches only.</summary>
/// <remarks>The rows left over at an epoch's end (fewer than a batch) are left to the next order: batch normalisation needs whole batches.</remarks>
internal sealed class BatchSampler(Tensor rows, Tensor? classes, int batchSize, NoiseSource noise) : IDisposable
{
    private Tensor? _order;
    private long _position;

    public Batch Next()
    {
        if (_order is null || _position + batchSize > rows.shape[0])
        {
            _order?.Dispose();
            _order = noise.Permutation(rows.shape[0]).DetachFromDisposeScope();
            _position = 0;
        }
        var indices = _order.narrow(0, _position, batchSize);
        _position += batchSize;
        return new Batch(rows.index_select(0, indices), classes?.index_select(0, indices));
    }

    public void Dispose() => _order?.Dispose();
}
