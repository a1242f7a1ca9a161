namespace Gan.Evaluation.Tables.Coverage;

/// <summary>Authenticity: the share of synthetic rows that are no copies of a real row with noise (Alaa et al. 2022, arXiv 2102.08921).</summary>
/// <remarks>
/// A synthetic row is authentic if its nearest real row has another real row nearer to itself. Of new real rows about half are: near 0.5 or
/// above is as it should be, and copies have 0.
/// Synthcity's figure of this name takes the other distance of a row that has nothing to do with the pair, so it is another one.
/// </remarks>
internal static class Authenticity
{
    /// <summary>From 0, copies, to 1.</summary>
    public static double Rate(UnitRows real, UnitRows synthetic)
    {
        var toReal = Enumerable.Range(0, synthetic.Count).AsParallel().AsOrdered().Select(row => real.Nearest(synthetic, row)).ToArray();
        var others = toReal.Select(nearest => nearest.Row).Distinct().AsParallel()
            .ToDictionary(row => row, row => real.Nearest(real, row, isOther: true).SquaredDistance);
        return toReal.Average(nearest => others[nearest.Row] < nearest.SquaredDistance ? 1.0 : 0);
    }
}
