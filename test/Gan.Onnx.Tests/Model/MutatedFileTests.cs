using System.Text;
using Gan.Onnx.Graph.Protos;
using Gan.Onnx.Tests.Tabular;
using Gan.Testing;
using Google.Protobuf;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Model;

/// <summary>Damaged files of versions without a checksum: each is loaded and makes rows, or is refused with the library's own exception.</summary>
[TestClass]
public sealed class MutatedFileTests
{
    private const int Files = 300;

    private static readonly (byte[] File, bool IsTable)[] Wholes =
    [
        (TestModels.Linear(["a", "b"], 2), false),
        (TestModels.Conditional(1, 2, 3), false),
        (new TableGraph(4).Texts("Job", true, "cook", "pilot").Numbers("Wealth", true)
            .Keys("Grade", TabularValueType.KeyByte, 9, [], true, ("4", 4))
            .Whole("Day", TabularValueType.DateTime, false, ("2024-02-29T12:30:00.0000000", TableGraphs.Day.Ticks))
            .ToModel(), true),
    ];

    private readonly MLContext _mlContext = new();

    [TestMethod]
    [DataRow(1, 1, DisplayName = "one bit")]
    [DataRow(2, 2, DisplayName = "two bits")]
    [DataRow(3, 3, DisplayName = "three bits")]
    public void LoadAndSample_FlippedBits_WorksOrIsRefused(int seed, int bits)
    {
        var works = WorkingFiles(seed, (random, file) =>
        {
            for (var i = 0; i < bits; i++) file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            return file;
        });

        Assert.IsInRange(1, Files - 1, works);
    }

    [TestMethod]
    public void LoadAndSample_BytesGoneOrTwice_WorksOrIsRefused() => Assert.IsInRange(0, Files - 1, WorkingFiles(4, (random, file) =>
    {
        var (start, length) = (random.Next(file.Length), random.Next(1, 40));
        var end = Math.Min(start + length, file.Length);
        return random.Next(2) == 0 ? [.. file[..start], .. file[end..]] : [.. file[..end], .. file[start..]];
    }));

    [TestMethod]
    public void LoadAndSample_CutShort_IsRefused() => Assert.AreEqual(0, WorkingFiles(5, (random, file) => file[..random.Next(file.Length)]));

    /// <summary>Each value of each manifest in turn becomes each of these.</summary>
    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("2147483647")]
    [DataRow("-2147483648")]
    [DataRow("9223372036854775807")]
    [DataRow("1e999")]
    [DataRow("null")]
    [DataRow("\"\"")]
    [DataRow("\"Latent\"")]
    [DataRow("\"\\ud800\"")]
    [DataRow("[]")]
    [DataRow("[null]")]
    [DataRow("{}")]
    public void LoadAndSample_AnotherValueInTheManifest_WorksOrIsRefused(string other)
    {
        foreach (var (file, isTable) in Wholes)
        {
            var model = ModelProto.Parser.ParseFrom(file);
            var manifest = Encoding.UTF8.GetBytes(model.MetadataProps[0].Value);
            foreach (var value in JsonValues.Of(manifest))
            {
                byte[] changed = [.. manifest[..value.Start], .. Encoding.UTF8.GetBytes(other), .. manifest[value.End..]];
                model.MetadataProps[0].Value = Encoding.UTF8.GetString(changed);
                Works(model.ToByteArray(), isTable, model.MetadataProps[0].Value);
            }
        }
    }

    private int WorkingFiles(int seed, Func<Random, byte[], byte[]> mutate)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Files).Count(i =>
        {
            var (whole, isTable) = Wholes[i % Wholes.Length];
            return Works(mutate(random, [.. whole]), isTable, $"file {i} of seed {seed}");
        });
    }

    private bool Works(byte[] file, bool isTable, string which)
    {
        try
        {
            Sample(file, isTable);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        catch (Exception other)
        {
            throw new AssertFailedException($"The file must work or be refused, but {which}: {other}", other);
        }
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
