namespace Gan.Evaluation.Images.Measures;

/// <summary>Density and coverage (Naeem, Oh, Uh, Choi and Yoo 2020): an outlier among the real images, whose ball is wide, counts once.</summary>
internal static class DensityCoverage
{
    /// <summary>In how many real images' balls a generated one lies, by k: 1 on average for real images.</summary>
    public static double Density(Neighbourhoods real, IReadOnlyList<float[]> generated, int neighbours) =>
        real.Containing(generated).Average() / neighbours;

    /// <summary>The share of the real images that have a generated one in their ball.</summary>
    public static double Coverage(Neighbourhoods real, IReadOnlyList<float[]> generated) => real.Met(generated);
}
