namespace Gan.Evaluation.Tables.Coverage;

/// <summary>Alpha-precision: whether synthetic rows lie where real ones do (Alaa et al. 2022, arXiv 2102.08921), the naive variant.</summary>
/// <remarks>
/// The ball around the real rows' centre that has a share α of them should have a share α of the synthetic rows, for every α.
/// Naive: in the space of the rows themselves, without a network that maps them into a ball first.
/// </remarks>
internal static class AlphaPrecision
{
    /// <summary>From 0 to 1, the best.</summary>
    public static double Score(UnitRows real, UnitRows synthetic)
    {
        var centre = new Centre(real);
        var made = centre.Distances(synthetic);
        return CoverageCurve.Score(centre.Distances(real), radius => (double)made.Count(distance => distance <= radius) / made.Length);
    }
}
