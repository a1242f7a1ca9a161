using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>The rows of a source, pass after pass without end; each pass must have as many.</summary>
/// <param name="source">Has the rows.</param>
/// <param name="rowCount">How many it had when it was read first.</param>
/// <param name="rowBytes">The bytes of a row.</param>
/// <param name="stop">Ends the reading.</param>
internal sealed class RepeatedRows(RowSource source, long rowCount, int rowBytes, CancellationToken stop) : IDisposable
{
    private RowCursor? _cursor;
    private long _row;                                                // of the pass: those that were read

    /// <summary>Puts the next row into a place of a store.</summary>
    /// <exception cref="InvalidOperationException">The source can't be read again, or has another number of rows.</exception>
    public void ReadInto(RowStore store, long place)
    {
        stop.ThrowIfCancellationRequested();
        bool isRead, isOver;
        try
        {
            _cursor ??= source.Open(rowBytes / source.Features.Format.Size);
            isRead = _cursor.Read(out var values, out var @class);
            if (isRead) store.Set(place, values, @class);
            if (isRead) _row++;
            isOver = _row < rowCount || _cursor.IsAtEnd();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"The training data must be such as can be read in each pass, but reading it again failed at row {_row + 1:N0}. " +
                failure.Message, failure);
        }
        if (!isRead || !isOver) throw OtherCount(isRead ? "more" : $"{_row:N0}");
        if (_row < rowCount) return;
        _cursor.Dispose();
        (_cursor, _row) = (null, 0);
    }

    public void Dispose() => _cursor?.Dispose();

    private InvalidOperationException OtherCount(string now) => new(
        $"The training data must have as many rows in each pass, but had {rowCount:N0} at first and {now} later. Save it to a file, or cache it.");
}
