using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Memory for rows of a table: they are made from latent vectors, all at once, and read as columns.</summary>
/// <remarks>
/// <para>
/// A batch is made once, by <see cref="TabularGenerator.CreateBatch"/>, and used again and again. <see cref="Generate"/> allocates nothing for a
/// row, and for a call some fifty bytes a column; more where the call before had another number of rows.
/// </para>
/// <para>One thread at a time may use a batch; threads that each have their own may share a generator.</para>
/// </remarks>
public sealed class TabularBatch : IDisposable
{
    private readonly int _latentSize;
    private readonly DataViewSchema _schema;
    private readonly float[] _latents;
    private readonly MemoryRow _row;
    private readonly ScoringBatch _batch;
    private readonly CollectedColumn[] _columns;
    private readonly bool[] _isCollected;
    private bool _isDisposed;

    internal TabularBatch(OnnxScorer scorer, DataViewSchema schema, int latentSize, int capacity)
    {
        (_schema, _latentSize, Capacity) = (schema, latentSize, capacity);
        _latents = new float[checked(capacity * latentSize)];
        _row = new MemoryRow(new MemoryLatents(_latents, latentSize));
        var mapper = new OnnxScorerMapper(scorer, _row.Schema);
        _batch = new ScoringBatch(mapper, _row, mapper.Active(mapper.OutputSchema), capacity);
        _columns = [.. scorer.Outputs.Select(output => CollectedColumn.Create(output, capacity))];
        _isCollected = new bool[_columns.Length];
    }

    /// <value>The most rows.</value>
    public int Capacity { get; }

    /// <value>The number of rows that <see cref="Generate"/> made last; 0 before.</value>
    public int Count { get; private set; }

    /// <summary>Makes a row of each latent vector, in place of the rows before.</summary>
    /// <param name="latents">
    /// The latent vectors, one after the other. Length: a multiple of <see cref="TabularGenerator.LatentSize"/>, for at most
    /// <see cref="Capacity"/> rows.
    /// </param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="ObjectDisposedException">The batch or its generator was disposed of.</exception>
    public void Generate(ReadOnlySpan<float> latents)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var (rows, rest) = Math.DivRem(latents.Length, _latentSize);
        if (rest != 0 || rows > Capacity)
        {
            throw new ArgumentException(
                $"The latents must have {_latentSize} values a row, for at most {Capacity} rows, but had {latents.Length} values in all. " +
                "For more rows, ask for a greater capacity.", nameof(latents));
        }
        Count = 0;
        latents.CopyTo(_latents);
        _batch.Clear();
        for (var row = 0; row < rows; row++)
        {
            _row.MoveTo(row);
            _batch.Add();
        }
        _batch.Slot = 0;
        if (rows > 0) _batch.Score();
        Array.Clear(_isCollected);
        Count = rows;
    }

    /// <summary>The cells of one column.</summary>
    /// <typeparam name="T">
    /// The raw type of the column in <see cref="TabularGenerator.Schema"/>: <see cref="float"/>, <see cref="long"/>, <see cref="DateTime"/>, ...;
    /// of texts <see cref="ReadOnlyMemory{T}"/> of <see cref="char"/>, of keys their number type, counted from 1.
    /// </typeparam>
    /// <param name="name">The column's name.</param>
    /// <returns>A cell for each of <see cref="Count"/> rows, there until <see cref="Generate"/> is called again.</returns>
    /// <exception cref="ArgumentException">There is no such column, or its cells are of another type.</exception>
    /// <exception cref="ObjectDisposedException">The batch was disposed of.</exception>
    /// <exception cref="InvalidDataException">The model makes what is no value of the column.</exception>
    public ReadOnlySpan<T> Column<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var column = _schema.GetColumnOrNull(name)
            ?? throw new ArgumentException(InputSchema.NotFound("table", name, InputSchema.Names(_schema)), nameof(name));
        if (_columns[column.Index] is not CollectedCells<T> cells)
        {
            throw new ArgumentException(
                $"Column '{name}' must be read as {column.Type.RawType.Name}, but was read as {typeof(T).Name}.", nameof(name));
        }
        if (!_isCollected[column.Index]) cells.Read(_batch, _batch.Getter(column.Index), firstSlot: 0, firstRow: 0, Count);
        _isCollected[column.Index] = true;
        return cells.First(Count);
    }

    /// <summary>Releases the memory.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _batch.Dispose();
    }
}
