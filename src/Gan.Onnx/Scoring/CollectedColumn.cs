using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The cells of one output, taken out of the batches that make them.</summary>
internal abstract class CollectedColumn
{
    /// <summary>A column for a number of rows.</summary>
    public static CollectedColumn Create(OnnxColumn output, int count) => output is ValueColumn cells
        ? cells.Value.Make(new CellsMaker(count))
        : new CollectedVectors(output.Size, count);

    /// <summary>Reads rows of a batch.</summary>
    public abstract void Read(ScoringBatch batch, Delegate getter, int firstSlot, int firstRow, int rows);

    private sealed class CellsMaker(int count) : ICellMaker<CollectedColumn>
    {
        public CollectedColumn OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
            where TElement : unmanaged => new CollectedCells<TCell>(count);

        public CollectedColumn OfTexts() => new CollectedCells<ReadOnlyMemory<char>>(count);
    }
}

/// <summary>Cells of one type.</summary>
internal sealed class CollectedCells<TCell>(int count) : CollectedColumn
{
    private readonly TCell[] _cells = new TCell[count];

    public TCell this[long row] => _cells[row];

    public ReadOnlySpan<TCell> First(int rows) => _cells.AsSpan(0, rows);

    public override void Read(ScoringBatch batch, Delegate getter, int firstSlot, int firstRow, int rows)
    {
        var get = (ValueGetter<TCell>)getter;
        for (var i = 0; i < rows; i++)
        {
            batch.Slot = firstSlot + i;
            get(ref _cells[firstRow + i]);
        }
    }
}

/// <summary>Vectors, one after the other.</summary>
internal sealed class CollectedVectors(int size, int count) : CollectedColumn
{
    public float[] Values { get; } = new float[checked(count * size)];     // (count, size)

    public override void Read(ScoringBatch batch, Delegate getter, int firstSlot, int firstRow, int rows)
    {
        var get = (ValueGetter<VBuffer<float>>)getter;
        VBuffer<float> vector = default;
        for (var i = 0; i < rows; i++)
        {
            batch.Slot = firstSlot + i;
            get(ref vector);
            vector.CopyTo(Values.AsSpan((firstRow + i) * size, size));
        }
    }
}
