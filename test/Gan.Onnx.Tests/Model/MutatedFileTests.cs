using Gan.Onnx.Tests.Tabular;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Model;

/// <summary>Damaged files of versions without a checksum: each is loaded and makes rows, or is refused with the library's own exception.</summary>
[TestClass]
public sealed class MutatedFileTests
{
    private const int Files = 300;

    private readonly MLContext _mlContext = new();

    [TestMethod]
    [DataRow(1, 1, DisplayName = "one bit")]
    [DataRow(2, 2, DisplayName = "two bits")]
    [DataRow(3, 3, DisplayName = "three bits")]
    public void LoadAndSample_FlippedBits_WorksOrIsRefused(int seed, int bits)
    {
        var counts = EachFileWorksOrIsRefused(seed, (random, file) =>
        {
            for (var i = 0; i < bits; i++) file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            return file;
        });

        Assert.IsGreaterThan(0, Math.Min(counts.Works, counts.Refused));
    }

    [TestMethod]
    public void LoadAndSample_BytesGoneOrTwice_WorksOrIsRefused() => EachFileWorksOrIsRefused(4, (random, file) =>
    {
        var (start, length) = (random.Next(file.Length), random.Next(1, 40));
        var end = Math.Min(start + length, file.Length);
        return random.Next(2) == 0 ? [.. file[..start], .. file[end..]] : [.. file[..end], .. file[start..]];
    });

    [TestMethod]
    public void LoadAndSample_CutShort_IsRefused()
    {
        var counts = EachFileWorksOrIsRefused(5, (random, file) => file[..random.Next(file.Length)]);

        Assert.AreEqual((0, Files), counts);
    }

    private (int Works, int Refused) EachFileWorksOrIsRefused(int seed, Func<Random, byte[], byte[]> mutate)
    {
        var vector = TestModels.Linear(["a", "b"], 2);
        var classes = TestModels.Conditional(1, 2, 3);
        var table = new TableGraph(4).Texts("Job", true, "cook", "pilot").Numbers("Wealth", true)
            .Keys("Grade", TabularValueType.KeyByte, 9, [], true, ("4", 4))
            .Whole("Day", TabularValueType.DateTime, false, ("2024-02-29T12:30:00.0000000", TableGraphs.Day.Ticks))
            .ToModel();
        var random = new Random(seed);
        var (works, refused) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var file = mutate(random, [.. (i % 3) switch { 0 => vector, 1 => classes, _ => table }]);
            try
            {
                Sample(file, isTable: i % 3 == 2);
                works++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (Exception other)
            {
                Assert.Fail($"File {i} of seed {seed} must work or be refused, but: {other}");
            }
        }
        return (works, refused);
    }

    private void Sample(byte[] file, bool isTable)
    {
        if (isTable)
        {
            using var table = _mlContext.Gan().LoadTabularGenerator(new MemoryStream(file));
            table.Sample(20).Cells();
            return;
        }
        using var generator = _mlContext.Gan().LoadGenerator(new MemoryStream(file));
        generator.Sample(20).Vectors("Sample");
    }
}
