using System.Globalization;
using Gan.Tool.Data.Csv;
using Sylvan.Data.Csv;

namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>The runs that are done, in a folder: a file to go on from, and a table to read.</summary>
/// <remarks>Either file is written aside and renamed, so that one that is there is whole.</remarks>
internal sealed class ProtocolResults
{
    public const string CsvFile = "protocol.csv", MarkdownFile = "protocol.md";

    private static readonly string[] Header = ["set", "seed", "settings", "seconds", .. ProtocolMeasures.Names];

    private readonly string _folder;
    private readonly List<ProtocolRun> _runs;

    private ProtocolResults(string folder, List<ProtocolRun> runs) => (_folder, _runs) = (folder, runs);

    /// <summary>The runs that a folder holds; none if it is new.</summary>
    /// <exception cref="InvalidDataException">The folder has a file of that name that is another one.</exception>
    public static ProtocolResults In(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, CsvFile);
        return new(folder, File.Exists(path) ? [.. Read(path)] : []);
    }

    /// <summary>Whether a run is done.</summary>
    public bool Has(string set, int seed, string settings) => _runs.Exists(run => run.Key == (set, seed, settings));

    /// <summary>Adds a run, and writes both files.</summary>
    public void Add(ProtocolRun run)
    {
        _runs.Add(run);
        WriteWhole(CsvFile, [CsvText.Plain.Line(Header), .. _runs.Select(Line)]);
        WriteWhole(MarkdownFile, ProtocolMarkdown.Lines(_runs));
    }

    /// <summary>Writes a file of the folder aside, then puts it in its place.</summary>
    public void WriteWhole(string name, Action<TextWriter> write)
    {
        var (path, aside) = (Path.Combine(_folder, name), Path.Combine(_folder, $".{name}.tmp"));
        using (var writer = new StreamWriter(aside) { NewLine = "\n" }) write(writer);
        File.Move(aside, path, overwrite: true);
    }

    private void WriteWhole(string name, IEnumerable<string> lines) => WriteWhole(name, writer =>
    {
        foreach (var line in lines) writer.WriteLine(line);
    });

    private static string Line(ProtocolRun run) => CsvText.Plain.Line(
    [
        run.Set, $"{run.Seed}", run.Settings, run.Seconds.ToString("F0", CultureInfo.InvariantCulture),
        .. run.Scores.Select(score => score?.ToString("F6", CultureInfo.InvariantCulture) ?? ""),
    ]);

    private static IEnumerable<ProtocolRun> Read(string path)
    {
        using var csv = CsvDataReader.Create(path);
        if (!Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).SequenceEqual(Header))
            throw new InvalidDataException(
                $"'{path}' must be a table that this version of 'gan protocol' wrote, but its columns are others. Name another folder with --out.");
        while (csv.Read())
            yield return new ProtocolRun(
                csv.GetString(0), csv.GetInt32(1), csv.GetString(2), csv.GetDouble(3),
                [.. Enumerable.Range(4, ProtocolMeasures.Names.Count).Select(cell => csv.GetString(cell) is { Length: > 0 } text
                    ? double.Parse(text, CultureInfo.InvariantCulture)
                    : (double?)null)]);
    }
}
