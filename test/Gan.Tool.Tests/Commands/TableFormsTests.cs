using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gan.Testing;
using Gan.Tool.Commands;

namespace Gan.Tool.Tests.Commands;

/// <summary>A file as the world has them, from training to the rows of the generator's file alone.</summary>
[TestClass]
public sealed partial class TableFormsTests
{
    private static readonly TemporaryFolder Folder = new();

    private static CommandLine Trained { get; set; } = null!;

    [ClassInitialize]
    public static void TrainOnSales(TestContext _)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 120).Select(_ => Sale(random));
        var header = "sep=;\r\n;price; when;ok;where, from=;\u001b[31mred;empty\r\n";
        File.WriteAllText(Folder["sales.csv"], string.Concat(rows.Prepend(header)), new UTF8Encoding(true));
        Trained = CommandLine.Run(
            "table", "--data", Folder["sales.csv"], "--label", " when", "--ignore", "empty", "--rows", "40",
            "--where", "where, from===SUM(A1),ok=TRUE",
            "--epochs", "1", "--device", "cpu", "--out", Folder["out"]);
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Table_FileOfAnotherDialect_SaysTheDialectAndTheForms()
    {
        Assert.AreEqual("", Trained.Error);
        Assert.AreEqual(ExitCode.Done, Trained.ExitCode);
        string[] said =
        [
            "sales.csv: cells parted by semicolons, in utf-8 with a byte-order mark, with a sep= line.",
            "Numbers, as 1.234,50 €, or 'NA' where missing: price",
            "Dates, as ' 31.12.2024': when", "Booleans, as true: ok", "A column has no name in the file; it is called 'Column1' here.",
        ];
        foreach (var line in said) Assert.Contains(line, Trained.Output);
    }

    [TestMethod]
    public void Table_FileOfAnotherDialect_ComesBackInItsDialectAndForms()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder["out"], "synthetic.csv"));
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        CollectionAssert.AreEqual(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.AreEqual("sep=;", lines[0]);
        Assert.AreEqual(";price; when;ok;where, from=;\u001b[31mred", lines[1]);
        Assert.HasCount(43, lines);
        foreach (var line in lines[2..^1]) Assert.MatchesRegex(Row(), line);
    }

    [TestMethod]
    public void Rows_OfTheGeneratorsFile_AreWrittenAsThoseOfTheTraining()
    {
        var run = Rows("generator.onnx", "rows", "--where", "ok=1,where, from===SUM(A1)");

        Assert.AreEqual("", run.Error);
        CollectionAssert.AreEqual(
            File.ReadAllBytes(Path.Combine(Folder["out"], "synthetic.csv")), File.ReadAllBytes(Path.Combine(Folder["rows"], "synthetic.csv")));
    }

    [TestMethod]
    public void Rows_GuardFormulas_PutsAnApostropheBeforeThem()
    {
        Rows("generator.onnx", "guarded", "--where", "where, from===SUM(A1)", "--guard-formulas");

        Assert.Contains(";'=SUM(A1);", File.ReadAllText(Path.Combine(Folder["guarded"], "synthetic.csv")));
    }

    /// <summary>Names and cells that command a terminal reach none, on whatever way.</summary>
    [TestMethod]
    public void Run_EscapeSequencesInAFile_AreShownAsPictures()
    {
        var (wrongLabel, wrongCell) = (
            CommandLine.Run("table", "--data", Folder["sales.csv"], "--label", "red"),
            CommandLine.Run("table", "--data", Folder["sales.csv"], "--where", "\u001b[31mred=\u001b]0;title\u0007"));
        var evaluated = CommandLine.Run("evaluate", Folder["sales.csv"], Folder["sales.csv"], "--out", Folder["evaluation"]);

        Assert.Contains("'␛[31mred'", wrongLabel.Error);
        Assert.Contains("'␛]0;title␇'", wrongCell.Error);
        foreach (var run in new[] { Trained, wrongLabel, wrongCell, evaluated })
            Assert.AreEqual(-1, (run.Output + run.Error).IndexOfAny(['\u001b', '\u0007']));
        Assert.Contains("␛[31mred", evaluated.Output);
    }

    /// <summary>Whatever ONNX Runtime says of a file is one line, and no trace.</summary>
    [TestMethod]
    public void Rows_FileThatOnnxRuntimeCannotRun_FailsWithOneReason()
    {
        var file = File.ReadAllBytes(Path.Combine(Folder["out"], "generator.onnx"));
        var text = Encoding.Latin1.GetString(file).Replace("Gemm", "Gemx", StringComparison.Ordinal);
        Assert.Contains("Gemx", text);
        File.WriteAllBytes(Folder["bad.onnx"], Encoding.Latin1.GetBytes(text));

        var run = CommandLine.Run("rows", "--model", Folder["bad.onnx"], "--out", Folder["bad"]);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.MatchesRegex("^Error: [^\n]*\n$", run.Error.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("   at ", run.Error);
    }

    private static CommandLine Rows(string model, string folder, params string[] more) =>
        CommandLine.Run(["rows", "--model", Path.Combine(Folder["out"], model), "--count", "40", "--out", Folder[folder], .. more]);

    private static string Sale(Random random)
    {
        var price = random.Next(8) == 0 ? "NA" : Swapped((random.Next(100, 900_000) / 100m).ToString("N2", CultureInfo.InvariantCulture)) + " €";
        var when = new DateTime(2020, 1, 1).AddDays(random.Next(1_000)).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var ok = random.Next(2) == 0 ? "true" : "false";
        return $"{random.Next(10_000)};{price}; {when};{ok};{(random.Next(2) == 0 ? "=SUM(A1)" : "\"a;b\"")};{random.Next(5)};\r\n";
    }

    /// <summary>1,234.50 as 1.234,50.</summary>
    private static string Swapped(string number) =>
        string.Concat(number.Select(c => c switch { ',' => '.', '.' => ',', _ => c }));

    [GeneratedRegex(@"^\d+;(NA|\d{1,3}(\.\d{3})?,\d\d €); \d\d\.\d\d\.20\d\d;true;=SUM\(A1\);\d$")]
    private static partial Regex Row();
}
