namespace Gan.Onnx;

/// <summary>Rows for a condition that hardly any row fulfils: the nearest ones get what they lack, and their other cells are drawn anew.</summary>
/// <param name="file">The file.</param>
/// <param name="plan">What is to hold.</param>
/// <param name="filling">Draws cells.</param>
/// <param name="latents">The latent vectors of the rows.</param>
/// <param name="seed">Decides.</param>
internal sealed class NearestRows(FileRuns file, WishPlan plan, RowFilling filling, LatentSource latents, int seed)
{
    private const int Starts = 32;

    private readonly Lazy<int[]> _starts = new(() => [.. Enumerable.Range(0, RowPool.Size).OrderBy(row => Distance(plan, row)).Take(Starts)]);

    /// <summary>What rows are made of.</summary>
    /// <param name="firstRow">The number of the first.</param>
    /// <param name="count">How many.</param>
    public RowInputs Inputs(long firstRow, int count)
    {
        double[][] rows = [.. Enumerable.Range(0, count).Select(row => Begin(firstRow + row))];
        int[] drawn = [.. Enumerable.Range(0, file.Columns.Count).Where(IsFree)];
        double[] kinds = Array.ConvertAll(
            drawn, column => CodeOf(column) == TabularColumn.Present ? CellColumn.There : CellColumn.Unknown);
        filling.Draw(rows, [.. rows.Select(_ => drawn)], [.. rows.Select(_ => kinds)], firstRow);
        var inputs = new RowInputs(file, count);
        for (var row = 0; row < count; row++)
        {
            latents.Fill(firstRow + row, inputs.Latent(row));
            inputs.Give(row, rows[row]);
        }
        return inputs;
    }

    /// <summary>The first column in which the rows of some inputs are not as they must be; null if there is none.</summary>
    public CellColumn? Contradiction(RowInputs inputs)
    {
        var cells = file.Run(inputs, plan.Columns);
        return plan.Condition.Wishes.Index()
            .FirstOrDefault(wish => cells[wish.Index].Take(inputs.Count).Any(cell => !wish.Item.Holds(cell))).Item?.Column;
    }

    private bool IsFree(int column) =>
        file.Columns[column].IsDrawn && !plan.Columns.Contains(column) && CodeOf(column) is TabularColumn.NotGiven or TabularColumn.Present;

    private long CodeOf(int column) =>
        file.Columns[column].Column.Given is { } place ? plan.Condition.Codes[place] : TabularColumn.NotGiven;

    /// <summary>The cells of one of the nearest rows, with those that are wished of it.</summary>
    private double[] Begin(long row)
    {
        var start = _starts.Value[(int)(Uniform(row, 0) * Starts)];
        double[] cells = [.. plan.Candidates.Cells.Select(column => column[start])];
        foreach (var (index, column) in file.Columns.Index())
            if (!column.IsDrawn && !plan.Columns.Contains(index) && CodeOf(index) < 0) cells[index] = CellColumn.Unknown;
        foreach (var (place, wish) in plan.Condition.Wishes.Index())
            if (!wish.Holds(cells[wish.Index])) cells[wish.Index] = Chosen(wish, cells[wish.Index], Uniform(row, (uint)place + 1));
        return cells;
    }

    /// <summary>A cell that fits: of those that rows have, if one does, else the nearest.</summary>
    private double Chosen(CellWish wish, double cell, double uniform)
    {
        if (wish.Ranges.Count == 0) return wish.Codes.Order().ElementAt((int)(uniform * wish.Codes.Count));
        double[] some = [.. plan.Candidates.Sorted(wish.Index).Where(wish.Holds)];
        if (some.Length > 0) return some[(int)(uniform * some.Length)];
        return wish.Ranges.Select(range => wish.Column.Within(range, cell)).MinBy(value => Math.Abs(value - cell));
    }

    private double Uniform(long row, uint purpose) =>
        Philox.Block(new(purpose, 1, (uint)row, (uint)(row >> 32)), (uint)seed, (uint)LatentStream.FillingStart).Unit0;

    private static double Distance(WishPlan plan, int row)
    {
        var distance = 0.0;
        foreach (var wish in plan.Condition.Wishes)
        {
            var cell = plan.Candidates.Cells[wish.Index][row];
            if (wish.Holds(cell)) continue;
            distance += wish.Ranges.Count == 0 || double.IsNaN(cell) ? 1 : wish.Ranges.Min(range => Math.Abs(
                plan.Candidates.PlaceOf(wish.Index, cell) - plan.Candidates.PlaceOf(wish.Index, range.Nearest(cell))));
        }
        return distance;
    }
}
