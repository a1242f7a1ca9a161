namespace Gan.Onnx;

/// <summary>How rows are found that fulfil a condition, by what rows without the file's own part of it are like.</summary>
internal sealed class WishPlan
{
    private const int LeastAccepted = 16;                             // of a pool, that it is worth while to draw until a row fulfils the condition
    private const double Near = 0.005;                                // in ranks: so close to a value is a row that gets it
    private const double SharedRows = 0.01;                           // a value of as many rows must be drawn itself

    private readonly CellRange?[] _near;                              // by wish

    /// <param name="condition">The condition.</param>
    /// <param name="candidates">Rows that were made under what the file is told of it.</param>
    public WishPlan(TableCondition condition, RowPool candidates)
    {
        (Condition, Candidates) = (condition, candidates);
        Columns = [.. condition.Wishes.Select(wish => wish.Index)];
        _near = [.. condition.Wishes.Select(wish => wish.Value is { } value ? NearOf(candidates.Sorted(wish.Index), value) : null)];
        var cells = Array.ConvertAll(Columns, column => candidates.Cells[column]);
        IsRare = Enumerable.Range(0, RowPool.Size).Count(row => IsNear(cells, row)) < LeastAccepted;
    }

    public TableCondition Condition { get; }

    public RowPool Candidates { get; }

    /// <value>The columns that something is wished of.</value>
    public int[] Columns { get; }

    /// <value>Whether so few rows fulfil the condition that they are not drawn until one does.</value>
    public bool IsRare { get; }

    /// <value>Whether rows get a number that they are near to.</value>
    public bool HasNear => Array.Exists(_near, range => range is not null);

    /// <summary>Whether a row fulfils the condition, but for numbers that it is near to.</summary>
    /// <param name="cells">By wish, a cell for each row.</param>
    /// <param name="row">The row.</param>
    public bool IsNear(double[][] cells, int row)
    {
        for (var wish = 0; wish < _near.Length; wish++)
            if (!(_near[wish]?.Holds(cells[wish][row]) ?? Condition.Wishes[wish].Holds(cells[wish][row]))) return false;
        return true;
    }

    /// <summary>Whether a row fulfils the condition.</summary>
    public bool Holds(double[][] cells, int row)
    {
        for (var wish = 0; wish < _near.Length; wish++)
            if (!Condition.Wishes[wish].Holds(cells[wish][row])) return false;
        return true;
    }

    /// <summary>Gives a row the numbers that it is near to.</summary>
    public void GiveNear(RowInputs rows, int row)
    {
        foreach (var (wish, range) in Condition.Wishes.Zip(_near))
            if (range is not null) rows.Give(row, wish.Index, wish.Value!.Value);
    }

    /// <summary>The numbers that are near to one; null where so many rows have it that it is drawn itself.</summary>
    private static CellRange? NearOf(double[] sorted, double value)
    {
        if (sorted.Length == 0) return null;
        var (below, above) = (SortedNumbers.Below(sorted, value, withEqual: false), SortedNumbers.Below(sorted, value, withEqual: true));
        if (above - below >= SharedRows * sorted.Length) return null;
        var rows = (int)Math.Ceiling(Near * sorted.Length);
        var (first, last) = (Math.Max(0, below - rows), Math.Min(sorted.Length - 1, above + rows - 1));
        return new(Math.Min(value, sorted[Math.Min(first, sorted.Length - 1)]), Math.Max(value, sorted[last]));
    }
}
