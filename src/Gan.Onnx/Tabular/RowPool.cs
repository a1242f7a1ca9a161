namespace Gan.Onnx;

/// <summary>Rows that the file has made, to compare others with.</summary>
internal sealed class RowPool
{
    /// <summary>The rows of a pool.</summary>
    public const int Size = 8192;

    private readonly IReadOnlyList<CellColumn> _columns;
    private readonly double[]?[] _sorted;                             // by column of numbers: those that are there
    private readonly float[][] _places;                               // by column: the rank of a number, or the code of a category; NaN where missing

    /// <param name="file">Makes them.</param>
    /// <param name="prior">The prior of its latent vectors.</param>
    /// <param name="codes">What is given of all of them.</param>
    public RowPool(FileRuns file, LatentPrior prior, ReadOnlySpan<long> codes)
    {
        _columns = file.Columns;
        int[] all = [.. Enumerable.Range(0, _columns.Count)];
        Cells = Array.ConvertAll(all, _ => new double[Size]);
        var latents = new LatentSource(seed: 0, file.LatentSize, prior, LatentStream.Pool);
        for (var first = 0; first < Size; first += FileRuns.MostRows)
        {
            var rows = new RowInputs(file, FileRuns.MostRows);
            for (var row = 0; row < rows.Count; row++)
            {
                latents.Fill(first + row, rows.Latent(row));
                codes.CopyTo(rows.CodesOf(row));
            }
            foreach (var (column, cells) in file.Run(rows, all).Index()) cells.CopyTo(Cells[column], first);
        }
        _sorted = [.. _columns.Select((column, index) => column.HasCategories ? null : Cells[index].Where(double.IsFinite).Order().ToArray())];
        _places = Array.ConvertAll(all, column => Array.ConvertAll(Cells[column], cell => PlaceOf(column, cell)));
    }

    /// <value>By column, the cell of each row.</value>
    public double[][] Cells { get; }

    /// <summary>The numbers of a column, ascending.</summary>
    public double[] Sorted(int column) => _sorted[column]!;

    /// <summary>Where a cell is among those of its column: the rank of a number, from 0 to 1, or the code of a category; NaN where missing.</summary>
    public float PlaceOf(int column, double cell)
    {
        if (_sorted[column] is not { Length: > 0 } sorted || double.IsNaN(cell)) return (float)cell;
        return (float)SortedNumbers.RankOf(cell, sorted);
    }

    /// <summary>The rows that are nearest to some cells, the nearest first: by differences in rank, and 1 where categories differ.</summary>
    /// <param name="cells">A cell for each column; those of which nothing is known do not count.</param>
    /// <param name="nearest">Takes the rows.</param>
    public void FindNearest(ReadOnlySpan<double> cells, Span<int> nearest)
    {
        Span<float> distances = stackalloc float[nearest.Length];
        distances.Fill(float.PositiveInfinity);
        nearest.Clear();
        var known = new List<(float[] Places, float Place, bool IsNumber)>();
        for (var column = 0; column < cells.Length; column++)
            if (double.IsNaN(cells[column]) || double.IsFinite(cells[column]))
                known.Add((_places[column], PlaceOf(column, cells[column]), _sorted[column] is not null));
        for (var row = 0; row < Size; row++)
        {
            var distance = 0f;
            foreach (var (places, place, isNumber) in known) distance += Distance(places[row], place, isNumber);
            if (distance >= distances[^1]) continue;
            var at = distances.Length - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) (distances[at], nearest[at]) = (distances[at - 1], nearest[at - 1]);
            (distances[at], nearest[at]) = (distance, row);
        }
    }

    private static float Distance(float one, float other, bool isNumber)
    {
        if (float.IsNaN(one) || float.IsNaN(other)) return float.IsNaN(one) == float.IsNaN(other) ? 0 : 1;
        return isNumber ? Math.Abs(one - other) : one == other ? 0 : 1;
    }
}
