namespace Gan.Onnx;

/// <summary>Rows of a seed that fulfil a condition, in their order; what does not is passed over.</summary>
/// <remarks>
/// So they have the distribution of the file's rows under the condition. A single number that few rows have is given to those that are near to it,
/// and the others of their cells follow. Where a great many rows in turn do not fulfil the condition, one of <see cref="NearestRows"/> comes in their
/// place.
/// </remarks>
/// <param name="file">Makes rows.</param>
/// <param name="latents">Their latent vectors.</param>
/// <param name="plan">Says which rows fulfil the condition.</param>
/// <param name="nearest">Rows for where none does.</param>
/// <param name="count">The number of rows.</param>
internal sealed class AcceptedRows(FileRuns file, LatentSource latents, WishPlan plan, NearestRows nearest, long count) : IInputBlocks
{
    private const int FirstCandidates = 64;
    private const int MostCandidates = 20_000;                        // one after the other that are not accepted

    private long _candidate;
    private long _done;
    private int _refused;
    private int _block = FirstCandidates;

    public RowInputs? Next()
    {
        if (_done >= count) return null;
        var candidates = Candidates();
        var accepted = Accepted(candidates);
        var rows = new List<(RowInputs Inputs, int Row)>();
        for (var row = 0; row < candidates.Count && _done < count; row++)
        {
            if (accepted[row] is { } own) rows.Add(own);
            else if (++_refused < MostCandidates) continue;
            else rows.Add((nearest.Inputs(_done, 1), 0));
            _refused = 0;
            _done++;
        }
        _candidate += candidates.Count;
        _block = Math.Min(FileRuns.MostRows, 2 * _block);
        return Joined(rows);
    }

    public void Dispose() => file.Dispose();

    private RowInputs Candidates()
    {
        var rows = new RowInputs(file, _block);
        for (var row = 0; row < rows.Count; row++)
        {
            latents.Fill(_candidate + row, rows.Latent(row));
            plan.Condition.Codes.CopyTo(rows.CodesOf(row));
        }
        return rows;
    }

    /// <summary>By candidate, the inputs that make a row that fulfils the condition; null for none.</summary>
    private (RowInputs Inputs, int Row)?[] Accepted(RowInputs candidates)
    {
        var accepted = new (RowInputs, int)?[candidates.Count];
        var cells = file.Run(candidates, plan.Columns);
        int[] near = [.. Enumerable.Range(0, candidates.Count).Where(row => plan.IsNear(cells, row))];
        if (!plan.HasNear || near.Length == 0)
        {
            foreach (var row in near) accepted[row] = (candidates, row);
            return accepted;
        }
        var given = Joined([.. near.Select(row => (candidates, row))]);
        for (var place = 0; place < near.Length; place++) plan.GiveNear(given, place);
        cells = file.Run(given, plan.Columns);
        for (var place = 0; place < near.Length; place++)
            if (plan.Holds(cells, place)) accepted[near[place]] = (given, place);
        return accepted;
    }

    private RowInputs Joined(IReadOnlyList<(RowInputs Inputs, int Row)> rows)
    {
        var joined = new RowInputs(file, rows.Count);
        foreach (var (place, (inputs, row)) in rows.Index())
        {
            inputs.Latent(row).CopyTo(joined.Latent(place));
            inputs.CodesOf(row).CopyTo(joined.CodesOf(place));
            inputs.NumbersOf(row).CopyTo(joined.NumbersOf(place));
        }
        return joined;
    }
}
