using System.Text.RegularExpressions;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Architecture;

/// <summary>The rooms of the libraries: CONTRIBUTING's table has a row for each, and says which others it may use.</summary>
[TestClass]
public sealed partial class RoomTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Table = ReadTable();
    private static readonly string[] Libraries = ["Gan.Onnx", "Gan.Personal", "Gan.Serving", "Gan.AspNetCore", "Gan.Evaluation", "Microsoft.ML.Gan"];
    private static readonly Lazy<RoomUses> House = new(() => new([.. Table.Keys], [.. Libraries.SelectMany(library => SourceFile.Under(library))]));

    [TestMethod]
    public void Rooms_TypeUses_HaveNoCircle() => Assert.IsNull(House.Value.Circle(), string.Join(" uses ", House.Value.Circle() ?? []));

    [TestMethod]
    public void Rooms_TypeUses_AreThoseThatContributingAllows()
    {
        var forbidden = House.Value.Between.Where(use => !Table[use.From].Contains(use.To)).DistinctBy(use => (use.From, use.To))
            .Select(use => $"{use.From} must not use {use.To}, but {use.Where}. Move one of them, or allow it in CONTRIBUTING's table.");

        Assert.AreEqual("", string.Join('\n', forbidden));
    }

    [TestMethod]
    public void Contributing_EveryUseThatItAllows_IsThere()
    {
        var used = House.Value.Between.Select(use => (use.From, use.To)).ToHashSet();

        Assert.AreEqual(
            "", string.Join(
                '\n', Table.SelectMany(row => row.Value.Where(to => !used.Contains((row.Key, to))).Select(to => $"{row.Key} uses nothing of {to}"))));
    }

    [TestMethod]
    public void Libraries_EveryFile_StandsInARoom()
    {
        var homeless = Libraries.SelectMany(library => SourceFile.Under(library))
            .Where(file => House.Value.RoomOf(file) is null).Select(file => file.Path);

        Assert.AreEqual("", string.Join('\n', homeless));
    }

    [TestMethod]
    public void RoomUses_PlantedUses_AreFoundAndTheirCircleToo()
    {
        string[] rooms = ["src/A", "src/B", "src/C"];
        SourceFile[] files =
        [
            new("src/A/One.cs", "using N.B;\nnamespace N.A;\nclass One { Two two; }"),
            new("src/B/Two.cs", "using N.C;\nnamespace N.B;\nclass Two { int Twice(int x) => x.Doubled(); }"),
            new("src/B/Inner/Same.cs", "namespace N.B;\nclass Same { Two two; Three three; }"),                  // Three is not in sight
            new("src/C/Three.cs", "namespace N.C;\nstatic class Three { public static int Doubled(this int x) => 2 * x; }"),
        ];

        var open = new RoomUses(rooms, files);
        var closed = new RoomUses(rooms, [.. files, new("src/C/Four.cs", "using N.A;\nnamespace N.C;\nclass Four { One one; }")]);

        CollectionAssert.AreEqual(
            new[] { "src/A src/B One.cs uses Two", "src/B src/C Two.cs uses .Doubled" }, open.Between.Select(
                use => $"{use.From} {use.To} {use.Where}").ToList());
        Assert.IsNull(open.Circle());
        CollectionAssert.AreEqual(new[] { "src/A", "src/B", "src/C", "src/A" }, closed.Circle()!.ToList());
    }

    private static Dictionary<string, string[]> ReadTable() => File.ReadLines(Repository.PathOf("CONTRIBUTING.md"))
        .Where(line => line.StartsWith("| `src/", StringComparison.Ordinal))
        .Select(line => line.Split('|'))
        .ToDictionary(
            cells => Quoted().Match(cells[1]).Groups[1].Value,
                cells => Quoted().Matches(cells[3]).Select(match => $"src/{match.Groups[1].Value}").ToArray());

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
