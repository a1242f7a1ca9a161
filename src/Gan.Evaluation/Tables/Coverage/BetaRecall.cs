namespace Gan.Evaluation.Tables.Coverage;

/// <summary>Beta-recall: whether synthetic rows occur wherever real ones do (Alaa et al. 2022, arXiv 2102.08921), the naive variant.</summary>
/// <remarks>
/// A real row is covered if a synthetic row is no farther from it than its nearest other real row. Of these, a share β should have their
/// nearest synthetic row in the ball that has a share β of such rows, around the synthetic rows' centre.
/// About half of the real rows have a new real row that near: some 0.5 is the most that new rows reach, and copies have 1.
/// </remarks>
internal static class BetaRecall
{
    /// <summary>From 0 to 1.</summary>
    public static double Score(UnitRows real, UnitRows synthetic)
    {
        var rows = Enumerable.Range(0, real.Count).AsParallel().AsOrdered().Select(row => (
            ToReal: real.Nearest(real, row, isOther: true).SquaredDistance, ToSynthetic: synthetic.Nearest(real, row))).ToArray();
        var distances = new Centre(synthetic).Distances(synthetic);
        var reached = Array.ConvertAll(rows, row => distances[row.ToSynthetic.Row]);
        var covered = Enumerable.Range(0, rows.Length).Where(row => rows[row].ToSynthetic.SquaredDistance <= rows[row].ToReal)
            .Select(row => reached[row]).ToArray();
        return CoverageCurve.Score(reached, radius => (double)covered.Count(distance => distance <= radius) / rows.Length);
    }
}
