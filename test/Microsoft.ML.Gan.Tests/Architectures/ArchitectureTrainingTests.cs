using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Architectures;

/// <summary>Short fits, with the default penalty, whose gradient goes through each layer twice.</summary>
[TestClass]
public sealed class ArchitectureTrainingTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    public static IEnumerable<(GanArchitecture Architecture, string? Label)> VectorCases =>
    [
        (GanArchitectures.Mlp(16, 2, spectralNormalization: true), "Label"),
        (GanArchitectures.Mlp(16, 2, minibatchStandardDeviation: true), null),
        (GanArchitectures.Mlp(16, 2, fourierFeatures: 8, discreteLatents: 2), "Label"),
    ];

    public static IEnumerable<GanArchitecture> ImageCases =>
    [
        GanArchitectures.Dcgan(4, 4, DiscriminatorNormalization.Spectral, minibatchStandardDeviation: true),
        GanArchitectures.Residual(4, 1),
        GanArchitectures.Upsampling(4, 4),
        GanArchitectures.Mlp(16, 2, range: GeneratorRange.MinusOneToOne),
    ];

    [TestMethod]
    [DynamicData(nameof(VectorCases))]
    public void Fit_Vectors_IsRepeatableAndExportsWhatWasTrained(GanArchitecture architecture, string? label) =>
        AssertRepeatable(TestRows.Clusters(), range: 20, architecture, label);

    [TestMethod]
    [DynamicData(nameof(ImageCases))]
    public void Fit_Images_IsRepeatableAndExportsWhatWasTrained(GanArchitecture architecture) =>
        AssertRepeatable(TestRows.Images(64, 8), range: 255, architecture, null);

    [TestMethod]
    public void Fit_ResidualOnTwoKindsOfImages_MakesBothInTheDatasRange()
    {
        using var gan = MLContext.Gan().Train(
            TestRows.Images(64, 8), TestRows.Quick(rounds: 200, architecture: GanArchitectures.Residual(8, 1)));

        var samples = gan.Generator.Sample(200, seed: 1).GetColumn<float[]>("Sample").ToList();
        var contrasts = samples.Select(sample => Mean(sample, left: true) - Mean(sample, left: false)).ToList();

        Assert.IsTrue(samples.SelectMany(sample => sample).All(value => value is >= -0.01f and <= 255.01f));
        Assert.IsTrue(
            contrasts.Count(contrast => contrast > 120) is > 30 and < 170,
                $"{contrasts.Count(contrast => contrast > 120)} of 200 are bright on the left.");
        Assert.IsTrue(
            contrasts.Count(contrast => contrast < -120) is > 30 and < 170,
                $"{contrasts.Count(contrast => contrast < -120)} of 200 are bright on the right.");
    }

    [TestMethod]
    public void Fit_MinibatchStandardDeviation_ScoresARowTheSameInEveryCompany()
    {
        var rows = TestRows.Clusters();
        using var gan = MLContext.Gan().Train(rows, TestRows.Quick(architecture: GanArchitectures.Mlp(16, 2, minibatchStandardDeviation: true)));

        var together = gan.Transform(rows).GetColumn<float>("Score").ElementAt(3);
        var alone = gan.Transform(MLContext.Data.TakeRows(MLContext.Data.SkipRows(rows, 3), 1)).GetColumn<float>("Score").Single();

        Assert.AreEqual(alone, together);
    }

    private static void AssertRepeatable(IDataView rows, double range, GanArchitecture architecture, string? label)
    {
        using var first = MLContext.Gan().Train(rows, TestRows.Quick(label, architecture: architecture));
        using var second = MLContext.Gan().Train(rows, TestRows.Quick(label, architecture: architecture));

        Assert.AreEqual(20, first.History.Rounds);
        Assert.IsTrue(first.History.Reports[^1].Penalty > 0);
        Assert.AreEqual(0, first.History.ExportDifference, 1e-5 * range);
        CollectionAssert.AreEqual(Samples(first), Samples(second));
    }

    private static float[] Samples(GanTransformer gan) => [.. gan.Generator.Sample(20).GetColumn<float[]>("Sample").SelectMany(sample => sample)];

    private static double Mean(float[] image, bool left) => image.Where((_, pixel) => pixel % 8 < 4 == left).Average();
}
