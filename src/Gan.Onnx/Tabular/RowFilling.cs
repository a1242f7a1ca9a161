namespace Gan.Onnx;

/// <summary>Fills the cells of rows of which nothing is known: each is drawn by all others of its row, again and again.</summary>
/// <remarks>
/// Chained equations (van Buuren, "Multiple imputation of discrete and continuous data by fully conditional specification", 2007), with the file's
/// own distributions: a run of it with all cells given but one draws that one. A row begins with the cells of one that is much like it.
/// </remarks>
/// <param name="file">The file.</param>
/// <param name="pool">Rows that it has made.</param>
/// <param name="latents">Decides, by the row and how many draws of it were before.</param>
/// <param name="seed">Decides what rows begin with.</param>
internal sealed class RowFilling(FileRuns file, RowPool pool, LatentSource latents, int seed)
{
    private const int Sweeps = 5;
    private const int Neighbours = 5;

    /// <summary>Fills rows. Cells that follow from others stay unknown: the file makes them.</summary>
    /// <param name="rows">Of each row, its cells.</param>
    /// <param name="firstRow">The number of the first row.</param>
    public void Fill(IReadOnlyList<double[]> rows, long firstRow)
    {
        int[][] unknown = [.. rows.Select(cells => UnknownIn(cells))];
        double[][] kinds = [.. rows.Select((cells, row) => Array.ConvertAll(unknown[row], column => cells[column]))];
        for (var row = 0; row < rows.Count; row++) Start(rows[row], unknown[row], firstRow + row);
        Draw(rows, unknown, kinds, firstRow);
    }

    /// <summary>Draws cells of rows anew.</summary>
    /// <param name="rows">Of each row, its cells.</param>
    /// <param name="drawn">Of each row, the columns.</param>
    /// <param name="kinds">Of each of those, whether the cell must be there: what stands for it while it is not known.</param>
    /// <param name="firstRow">The number of the first row.</param>
    public void Draw(IReadOnlyList<double[]> rows, IReadOnlyList<int[]> drawn, IReadOnlyList<double[]> kinds, long firstRow)
    {
        var most = drawn.Max(columns => columns.Length);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var turn = 0; turn < most; turn++)
            {
                int[] some = [.. Enumerable.Range(0, rows.Count).Where(row => drawn[row].Length > turn)];
                var inputs = new RowInputs(file, some.Length);
                for (var place = 0; place < some.Length; place++)
                {
                    var row = some[place];
                    latents.Fill(firstRow + row, (uint)(sweep * file.Columns.Count + turn), inputs.Latent(place));
                    inputs.Give(place, rows[row]);
                    inputs.Give(place, drawn[row][turn], kinds[row][turn]);
                }
                int[] columns = [.. some.Select(row => drawn[row][turn]).Distinct()];
                var made = file.Run(inputs, columns);
                for (var place = 0; place < some.Length; place++)
                    rows[some[place]][drawn[some[place]][turn]] = made[Array.IndexOf(columns, drawn[some[place]][turn])][place];
            }
        }
    }

    /// <summary>The columns of a row whose cells are to be drawn.</summary>
    public int[] UnknownIn(double[] cells) =>
        [.. Enumerable.Range(0, cells.Length).Where(column => double.IsInfinity(cells[column]) && file.Columns[column].IsDrawn)];

    /// <summary>Takes the unknown cells over from one of the nearest rows; what must be there, but is missing, is left to the first draw.</summary>
    private void Start(double[] cells, int[] unknown, long row)
    {
        if (unknown.Length == 0) return;
        Span<int> nearest = stackalloc int[Neighbours];
        pool.FindNearest(cells, nearest);
        var word = Philox.Block(new(0, 0, (uint)row, (uint)(row >> 32)), (uint)seed, (uint)LatentStream.FillingStart).Unit0;
        var start = nearest[(int)(word * Neighbours)];
        foreach (var column in unknown)
            if (!double.IsNaN(pool.Cells[column][start]) || cells[column] == CellColumn.Unknown) cells[column] = pool.Cells[column][start];
    }
}
