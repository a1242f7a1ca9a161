namespace Gan.Evaluation.Images.Measures;

/// <summary>Precision and recall (Kynkäänniemi, Karras, Laine, Lehtinen and Aila 2019).</summary>
internal static class PrecisionRecall
{
    /// <summary>The share of the generated images that lie in a ball of a real one.</summary>
    public static double Precision(Neighbourhoods real, IReadOnlyList<float[]> generated) => InAny(real, generated);

    /// <summary>The share of the real images that lie in a ball of a generated one.</summary>
    public static double Recall(IReadOnlyList<float[]> real, Neighbourhoods generated) => InAny(generated, real);

    private static double InAny(Neighbourhoods balls, IReadOnlyList<float[]> points) =>
        (double)balls.Containing(points).Count(count => count > 0) / points.Count;
}
