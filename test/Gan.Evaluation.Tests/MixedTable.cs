using System.Text.Json;
using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tests;

/// <summary>A made-up table of mixed columns with missing cells, and one that imitates it badly.</summary>
/// <remarks>The scores are those of a reference implementation in Python.</remarks>
internal static class MixedTable
{
    private static readonly MLContext ML = new(seed: 1);

    public static IDataView Real => Read("real.csv");

    public static IDataView Test => Read("test.csv");

    public static IDataView Synthetic => Read("synthetic.csv");

    public static JsonElement Scores { get; } = JsonDocument.Parse(File.ReadAllText(PathOf("scores.json"))).RootElement;

    private static string PathOf(string name) => Repository.PathOf("test", "Gan.Evaluation.Tests", "Fixture", name);

    private static IDataView Read(string name) => ML.Data.LoadFromTextFile(PathOf(name), new TextLoader.Options
    {
        HasHeader = true,
        Separators = [','],
        MissingRealsAsNaNs = true,
        Columns =
        [
            new("age", DataKind.Int32, 0), new("income", DataKind.Double, 1), new("gain", DataKind.Int64, 2), new("hours", DataKind.Single, 3),
            new("score", DataKind.Double, 4),
            new("colour", DataKind.String, 5), new("city", DataKind.String, 6), new("member", DataKind.Boolean, 7), new("const", DataKind.Byte, 8),
            new("stay", DataKind.Double, 9), new("label", DataKind.String, 10),
        ],
    });
}
