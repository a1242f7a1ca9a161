using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Architectures;

[TestClass]
public sealed class GanArchitecturesTests
{
    public static IEnumerable<(string Message, Func<GanArchitecture> Create)> Faults =>
    [
        ("width must be at least 1, but was 0.", () => GanArchitectures.Mlp(width: 0)),
        ("depth must be at least 1, but was -1.", () => GanArchitectures.Mlp(depth: -1)),
        ("fourierFeatures must be at least 0, but was -1.", () => GanArchitectures.Mlp(fourierFeatures: -1)),
        ("leastFrequency must be greater than 0 and finite, but was 0.", () => GanArchitectures.Mlp(leastFrequency: 0)),
        ("leastFrequency must be greater than 0 and finite, but was NaN.", () => GanArchitectures.Mlp(leastFrequency: double.NaN)),
        ("greatestFrequency must be at least 2 and finite, but was 1.", () => GanArchitectures.Mlp(leastFrequency: 2, greatestFrequency: 1)),
        ("discreteLatents must be at least 0, but was -2.", () => GanArchitectures.Mlp(discreteLatents: -2)),
        ("discreteLatents must be at most 16, but was 17.", () => GanArchitectures.Mlp(discreteLatents: 17)),
        ("range must be Unbounded or MinusOneToOne, but was 5.", () => GanArchitectures.Mlp(range: (GeneratorRange)5)),
        ("generatorChannels must be at least 1, but was 0.", () => GanArchitectures.Dcgan(generatorChannels: 0)),
        ("discriminatorChannels must be at least 1, but was 0.", () => GanArchitectures.Dcgan(discriminatorChannels: 0)),
        ("normalization must be None, Batch or Spectral, but was 7.", () => GanArchitectures.Dcgan(normalization: (DiscriminatorNormalization)7)),
        ("channels must be at least 1, but was 0.", () => GanArchitectures.Residual(channels: 0)),
        ("blocksPerStage must be at least 1, but was 0.", () => GanArchitectures.Residual(blocksPerStage: 0)),
        ("width must be at most 65536, but was 2147483647.", () => GanArchitectures.Mlp(width: int.MaxValue)),
        ("depth must be at most 65536, but was 65537.", () => GanArchitectures.Mlp(depth: 65_537)),
        ("fourierFeatures must be at most 65536, but was 2147483647.", () => GanArchitectures.Mlp(fourierFeatures: int.MaxValue)),
        ("generatorChannels must be at most 65536, but was 2147483647.", () => GanArchitectures.Dcgan(int.MaxValue)),
        ("channels must be at most 65536, but was 2147483647.", () => GanArchitectures.Residual(int.MaxValue)),
    ];

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public void Architecture_ParameterOutOfRange_IsRefused(string message, Func<GanArchitecture> create) =>
        Assert.StartsWith(message, Assert.ThrowsExactly<ArgumentException>(create).Message);

    [TestMethod]
    public void Ranges_AreThoseThatTheDataIsScaledTo()
    {
        Assert.AreEqual(GeneratorRange.Unbounded, GanArchitectures.Mlp().Range);
        Assert.AreEqual(GeneratorRange.MinusOneToOne, GanArchitectures.Mlp(range: GeneratorRange.MinusOneToOne).Range);
        Assert.AreEqual(GeneratorRange.MinusOneToOne, GanArchitectures.Dcgan().Range);
        Assert.AreEqual(GeneratorRange.MinusOneToOne, GanArchitectures.Residual().Range);
    }

    [TestMethod]
    public void Documentation_ExampleOfAnArchitecture_IsTheOneThatIsTested()
    {
        var document = File.ReadAllText(Repository.PathOf("docs", "adding-an-architecture.md"));
        var example = File.ReadAllText(Repository.PathOf("test", "Microsoft.ML.Gan.Tests", "Architectures", "GatedArchitecture.cs"));

        Assert.Contains(
            example[example.IndexOf("public sealed class", StringComparison.Ordinal)..], document.Split("```csharp\n")[1].Replace(
                "\n```", "\n", StringComparison.Ordinal));
    }
}
