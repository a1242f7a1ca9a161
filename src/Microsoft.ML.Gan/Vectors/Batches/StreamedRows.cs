using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Rows that are read as they are needed, on a thread of their own, through a shuffle buffer.</summary>
/// <remarks>Each rank reads all rows, and makes batches of its own ones. The next pass fills the buffer while the one before empties it.</remarks>
/// <param name="source">Where they are read.</param>
/// <param name="rowCount">The rows of a pass.</param>
/// <param name="buffer">The memory of the shuffle buffer: as many rows as it has places.</param>
/// <param name="batchSize">The rows of a batch.</param>
/// <param name="noise">What the order is drawn from.</param>
/// <param name="ranks">Who trains together.</param>
/// <param name="encode">Makes the networks' numbers of a batch.</param>
/// <param name="cancellationToken">Ends the wait for the first batch.</param>
internal sealed class StreamedRows(
    RowSource source, long rowCount, RowStore buffer, int batchSize, NoiseSource noise, Ranks ranks, Func<RowBatch, Batch> encode,
    CancellationToken cancellationToken) : ITrainingRows
{
    private const int BatchesAhead = 2;

    private readonly OrderStream _stream = noise.OrderOfRows();       // of the thread that reads, while there is one
    private Prefetch<RowBatch>? _ahead;
    private RowPlace? _place;                                         // null: the start

    public long Count => rowCount;

    public Batch Next()
    {
        var isFirst = _ahead is null;
        _place ??= new(_stream.State, 0);
        _ahead ??= new(stop => Batches(_place, stop), BatchesAhead);
        var next = _ahead.Next(isFirst ? cancellationToken : default);
        _place = next.After;
        return encode(next);
    }

    public void Save(StateWriter to) => (_place ?? new(_stream.State, 0)).Save(to);

    public void Load(StateReader from)
    {
        _ahead?.Dispose();
        _ahead = null;
        _place = RowPlace.Load(from);
    }

    public void Dispose()
    {
        _ahead?.Dispose();
        _stream.Dispose();
    }

    /// <summary>The batches from a place on, without end. What is before it in its pass is read and passed over.</summary>
    private IEnumerable<RowBatch> Batches(RowPlace place, CancellationToken stop)
    {
        _stream.State = place.PassStart;
        using var rows = new RepeatedRows(source, rowCount, buffer.RowBytes, stop);
        for (var row = 0L; row < buffer.Count; row++) rows.ReadInto(buffer, row);
        var (order, ofAll) = (new ShuffleOrder(rowCount, (int)buffer.Count), (long)batchSize * ranks.Count);
        while (true)
        {
            using var taken = order.Pass(_stream).GetEnumerator();
            Take(place.Position);
            while (place.Position + ofAll <= rowCount)
            {
                place = place with { Position = place.Position + ofAll };
                var batch = new RowBatch(batchSize, buffer.RowBytes, place);
                Take((long)batchSize * ranks.Own);
                Take(batchSize, batch);
                Take((long)batchSize * (ranks.Count - ranks.Own - 1));
                yield return batch;
            }
            Take(rowCount - place.Position);
            place = new(_stream.State, 0);

            void Take(long count, RowBatch? into = null)
            {
                for (; count > 0; count--)
                {
                    taken.MoveNext();
                    into?.Add(buffer.Values(taken.Current), buffer.Class(taken.Current));
                    rows.ReadInto(buffer, taken.Current);
                }
            }
        }
    }
}
