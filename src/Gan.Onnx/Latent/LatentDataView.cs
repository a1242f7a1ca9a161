using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Latent vectors, and for class-conditional generators their classes, as rows that are made when they are read.</summary>
internal sealed class LatentDataView : IDataView
{
    /// <summary>Rows that one cursor of a set reads in a run.</summary>
    internal const int RowsPerBatch = 64;

    private readonly int _count;

    /// <param name="count">The number of rows.</param>
    /// <param name="source">Where the latent vectors come from.</param>
    /// <param name="latentColumnName">The name of the latent column.</param>
    /// <param name="labels">The class column; null for none.</param>
    /// <param name="firstRow">The number of the first row, of which its vector is a function.</param>
    public LatentDataView(int count, ILatents source, string latentColumnName, LatentLabels? labels = null, long firstRow = 0)
    {
        _count = count;
        FirstRow = firstRow;
        Source = source;
        Labels = labels;
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(latentColumnName, new VectorDataViewType(NumberDataViewType.Single, source.LatentSize));
        if (labels is not null) schema.AddColumn(labels.ColumnName, labels.ColumnType, labels.Annotations);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    internal long FirstRow { get; }

    internal ILatents Source { get; }

    internal LatentLabels? Labels { get; }

    public long? GetRowCount() => _count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new LatentCursor(this, columnsNeeded, _count, 0, 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var needed = columnsNeeded.ToArray();
        var cursors = Math.Clamp(n, 1, Math.Max(1, (_count + RowsPerBatch - 1) / RowsPerBatch));
        return [.. Enumerable.Range(0, cursors).Select(first => new LatentCursor(this, needed, _count, first, cursors))];
    }
}
