namespace Gan.Onnx;

/// <summary>What a table's file makes rows of: latent vectors, and the cells that are given.</summary>
internal sealed class RowInputs
{
    private const int Together = 16;                                  // of other numbers of rows the last are not computed alike, to the last bit

    private readonly FileRuns _file;

    /// <param name="file">The file.</param>
    /// <param name="count">The number of rows. Nothing is given in them.</param>
    public RowInputs(FileRuns file, int count)
    {
        (_file, Count) = (file, count);
        Capacity = (count + Together - 1) / Together * Together;
        Latents = new float[Capacity * file.LatentSize];
        Codes = new long[Capacity * file.CodeCount];
        Numbers = new double[Capacity * file.NumberCount];
        Array.Fill(Codes, TabularColumn.NotGiven);
        Array.Fill(Numbers, double.NaN);
    }

    public int Count { get; }

    /// <value>The rows of the tensors: those behind the last are none.</value>
    public int Capacity { get; }

    public float[] Latents { get; }

    public long[] Codes { get; }

    public double[] Numbers { get; }

    public Span<float> Latent(int row) => Latents.AsSpan(row * _file.LatentSize, _file.LatentSize);

    public Span<long> CodesOf(int row) => Codes.AsSpan(row * _file.CodeCount, _file.CodeCount);

    public Span<double> NumbersOf(int row) => Numbers.AsSpan(row * _file.NumberCount, _file.NumberCount);

    /// <summary>Gives cells of a row: all that are known.</summary>
    public void Give(int row, ReadOnlySpan<double> cells)
    {
        for (var column = 0; column < cells.Length; column++) Give(row, column, cells[column]);
    }

    /// <summary>Gives a cell of a row, or takes it back.</summary>
    public void Give(int row, int index, double cell)
    {
        var column = _file.Columns[index];
        if (column.Column.Given is { } place)
        {
            CodesOf(row)[place] = cell switch
            {
                CellColumn.Unknown => TabularColumn.NotGiven,
                CellColumn.There => column.Column.HasMissing ? TabularColumn.Present : TabularColumn.NotGiven,
                double.NaN => column.Column.HasMissing ? TabularColumn.Missing : TabularColumn.NotGiven,
                _ => column.HasCategories ? (long)cell : TabularColumn.NotGiven,
            };
        }
        if (column.Column.GivenNumber is { } number) NumbersOf(row)[number] = double.IsFinite(cell) ? cell : double.NaN;
    }
}
