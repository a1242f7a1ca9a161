using System.Globalization;
using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Data.Forms;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class TableCommandTests
{
    private static readonly TemporaryFolder Folder = new();

    private static CommandLine Trained { get; set; } = null!;

    [ClassInitialize]
    public static void TrainOnPeople(TestContext _)
    {
        var random = new Random(3);
        File.WriteAllLines(Folder["people.csv"], Enumerable.Range(0, 400).Select(_ => Person(random)).Prepend("age,sex,income,joined"));
        Trained = CommandLine.Run(
            "table", "--data", Folder["people.csv"], "--label", "sex", "--rows", "50", "--where", "sex=F", "--epochs", "3", "--device", "cpu",
            "--out", Folder["out"]);
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Table_FewEpochs_WritesItsFilesAndPrintsTheScores()
    {
        Assert.AreEqual("", Trained.Error);
        Assert.AreEqual(ExitCode.Done, Trained.ExitCode);
        CollectionAssert.AreEqual(
            new[] { "generator.onnx", "history.csv", "report.html", "synthetic.csv", "training.png" },
            Directory.GetFiles(Folder["out"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray());
        Assert.Contains("Training on 320 rows of 4 columns; 80 more are held out.", Trained.Output);
        string[] forms = ["people.csv: cells parted by commas.", "Numbers, as 12: age, income", "Texts: sex", "Dates, as 2024-12-31: joined"];
        foreach (var form in forms) Assert.Contains($"\n{form}", Trained.Output);
        string[] shown = ["Column shapes", "strong pairs", "AUC, trained on synthetic", "Detection AUC", "(test rows)", "Exact copies", "quality 0."];
        foreach (var measure in shown)
            Assert.Contains(measure, Trained.Output);
    }

    [TestMethod]
    public void Table_ColumnWithoutAValue_IsCarriedAlongWithAWarning()
    {
        File.WriteAllLines(Folder["carried.csv"], ["a,none,b", .. Enumerable.Range(0, 60).Select(row => $"{row * row},,{"xyz"[row % 3]}")]);

        var run = CommandLine.Run(
            "table", "--data", Folder["carried.csv"], "--epochs", "1", "--rows", "5", "--device", "cpu", "--out", Folder["carried"]);

        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains("Warning: Column 'none' has no value in any of its 48 rows", run.Output.ReplaceLineEndings(" "));
        var lines = File.ReadAllLines(Path.Combine(Folder["carried"], "synthetic.csv"));
        Assert.AreEqual("a,none,b", lines[0]);
        foreach (var line in lines[1..]) Assert.MatchesRegex(@"^\d+,,[xyz]$", line);
    }

    [TestMethod]
    public void Table_RulesAsTexts_AreKeptReportedAndRefused()
    {
        File.WriteAllLines(
            Folder["rides.csv"], [
                "from,to,kind",
                .. Enumerable.Range(0, 80).Select(row => $"{row},{(row == 70 ? 3 : row + row % 9)},{"xyz"[row % 3]}")]);
        File.WriteAllLines(Folder["rules.txt"], ["# rides end behind their beginning", "from <= to"]);
        string[] arguments =
            ["table", "--data", Folder["rides.csv"], "--epochs", "1", "--rows", "200", "--device", "cpu", "--rules", Folder["rules.txt"], "--out"];

        var refused = CommandLine.Run([.. arguments, Folder["refused"]]);
        var kept = CommandLine.Run([.. arguments, Folder["ruled"], "--leave-out-rule-breakers", "--rule", "to < 100"]);
        var shared = CommandLine.Run(
            "rows", "--model", Path.Combine(Folder["ruled"], "generator.onnx"), "--count", "100", "--out", Folder["xy"],
            "--shares", "kind: x=.5, y=0.5");

        Assert.AreEqual("", kept.Error + shared.Error);
        Assert.AreEqual((ExitCode.Failed, ExitCode.Done, ExitCode.Done), (refused.ExitCode, kept.ExitCode, shared.ExitCode));
        Assert.Contains("The rule 'from <= to' must hold of all training rows, but 1 of 64 break it: row ", refused.Error.ReplaceLineEndings(" "));
        foreach (var line in File.ReadAllLines(Path.Combine(Folder["ruled"], "synthetic.csv")).Skip(1))
            Assert.IsTrue(line.Split(',') is [var from, var to, _] && int.Parse(from, CultureInfo.InvariantCulture) <= int.Parse(
                to, CultureInfo.InvariantCulture), line);
        Assert.Contains("<td>from &lt;= to</td>", File.ReadAllText(Path.Combine(Folder["ruled"], "report.html")));
        string[] kinds = [.. File.ReadAllLines(Path.Combine(Folder["xy"], "synthetic.csv")).Skip(1).Select(line => line.Split(',')[2])];
        Assert.AreEqual(50, kinds.Count(kind => kind == "x"), 1.0);
        Assert.AreEqual(50, kinds.Count(kind => kind == "y"), 1.0);
    }

    [TestMethod]
    public void Table_CheckpointOfTheSameCommand_GivesTheSameRowsAndRefusesAnotherSeed()
    {
        string[] arguments =
            ["table", "--data", Folder["people.csv"], "--epochs", "1", "--rows", "20", "--device", "cpu", "--checkpoint", Folder["state"], "--out"];

        var first = CommandLine.Run([.. arguments, Folder["first"]]);
        var again = CommandLine.Run([.. arguments, Folder["again"]]);
        var other = CommandLine.Run([.. arguments, Folder["other"], "--seed", "2"]);

        Assert.AreEqual((ExitCode.Done, ExitCode.Done, ExitCode.Failed), (first.ExitCode, again.ExitCode, other.ExitCode));
        foreach (var file in new[] { "generator.onnx", "synthetic.csv" })
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(Folder["first"], file)), File.ReadAllBytes(Path.Combine(Folder["again"], file)));
        Assert.Contains("but Seed was 0 and is 2. Go on with those, or name another folder.", other.Error.ReplaceLineEndings(" "));
    }

    [TestMethod]
    public void Table_Where_HoldsOfEveryRowWritten()
    {
        var table = TableFormats.Read(Path.Combine(Folder["out"], "synthetic.csv")).Data;

        Assert.AreEqual(50, table.Rows.Count);
        CollectionAssert.AreEqual(new[] { "age", "sex", "income", "joined" }, table.Columns.Select(column => column.Name).ToArray());
        Assert.IsTrue(table["sex"].Cast<string>().All(sex => sex == "F"));
    }

    [TestMethod]
    public void Rows_SeedAndConditionOfATraining_MakesItsRowsAgain()
    {
        var run = CommandLine.Run(
            "rows", "--model", Path.Combine(Folder["out"], "generator.onnx"), "--count", "50", "--where", "sex=F", "--out", Folder["rows"]);

        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains("Made 50 rows with sex = F in ", run.Output);
        var (rows, trained) =
            (
                TableFormats.Read(Path.Combine(Folder["rows"], "synthetic.csv")).Data,
                TableFormats.Read(Path.Combine(Folder["out"], "synthetic.csv")).Data);
        CollectionAssert.AreEqual(trained.Columns.Select(column => column.Name).ToArray(), rows.Columns.Select(column => column.Name).ToArray());
        foreach (var column in trained.Columns)
            CollectionAssert.AreEqual(column.Cast<object?>().ToArray(), rows[column.Name].Cast<object?>().ToArray(), column.Name);
    }

    [TestMethod]
    public void Impute_FileWithGaps_IsFilledAsItIsWritten()
    {
        string[] lines = [.. File.ReadLines(Folder["people.csv"]).Take(21)];
        File.WriteAllLines(Folder["gaps.csv"], lines.Select((line, row) => row == 0 ? line : string.Join(',', line.Split(',').Select(
            (cell, column) => (row + column) % 3 == 0 ? "" : cell))));

        var run = CommandLine.Run(
            "impute", "--model", Path.Combine(Folder["out"], "generator.onnx"), "--data", Folder["gaps.csv"], "--out", Folder["filled.csv"]);

        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        string[] filled = File.ReadAllLines(Folder["filled.csv"]);
        Assert.HasCount(lines.Length, filled);
        for (var row = 0; row < lines.Length; row++)
        {
            var (known, cells) = (lines[row].Split(','), filled[row].Split(','));
            for (var column = 0; column < known.Length; column++)
                if (row == 0 || (row + column) % 3 != 0) Assert.AreEqual(known[column], cells[column], $"row {row}");
                else Assert.AreNotEqual("", cells[column]);
        }
    }

    [TestMethod]
    public void Rows_RangesAndSeveralCategories_HoldInEveryRow()
    {
        var run = CommandLine.Run(
            "rows", "--model", Path.Combine(Folder["out"], "generator.onnx"), "--count", "40", "--where", "age=30..50,sex=F|M",
            "--out", Folder["aged"]);

        Assert.AreEqual("", run.Error);
        var ages = TableFormats.Read(Path.Combine(Folder["aged"], "synthetic.csv")).Data["age"].Cast<int>().ToList();
        Assert.HasCount(40, ages);
        Assert.IsTrue(ages.All(age => age is >= 30 and <= 50));
    }

    [TestMethod]
    public void Rows_UnknownCategory_IsRefusedAndWritesNothing()
    {
        var run = CommandLine.Run("rows", "--model", Path.Combine(Folder["out"], "generator.onnx"), "--where", "sex=X", "--out", Folder["none"]);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.Contains("'sex' must be", run.Error);
        Assert.IsFalse(Directory.Exists(Folder["none"]));
    }

    [TestMethod]
    public void Table_ColumnOfDates_ComesBackAsDatesWrittenAlikeWithinTheirRange()
    {
        var (real, table) = (TableFormats.Read(Folder["people.csv"]), TableFormats.Read(Path.Combine(Folder["out"], "synthetic.csv")));

        Assert.AreEqual(new DateForm("yyyy-MM-dd"), table.Style.Of("joined")!.Form);
        var (days, realDays) = (table.Data["joined"].Cast<DateTime>().ToList(), real.Data["joined"].Cast<DateTime>().ToList());
        Assert.IsTrue(days.TrueForAll(day => day >= realDays.Min() && day <= realDays.Max()));
        Assert.IsGreaterThan(10, days.Distinct().Count());
    }

    [TestMethod]
    public void Evaluate_TruthValuesSpeltOtherwise_AreMeasuredAndLeftOutColumnsNamed()
    {
        var rows = Enumerable.Range(0, 100).Select(i => (Name: $"N{i}", X: i * i % 37 + 0.5, IsTrue: i % 3 == 0)).ToArray();
        File.WriteAllLines(
            Folder["real.csv"], rows.Select(row => FormattableString.Invariant($"{row.Name},{row.X},{row.IsTrue}")).Prepend("name,x,flag"));
        File.WriteAllLines(
            Folder["spelt.csv"],
            rows.Select(row => FormattableString.Invariant($"{row.Name}b,{row.X},{(row.IsTrue ? "true" : "false")}")).Prepend("name,x,flag"));

        var run = CommandLine.Run("evaluate", Folder["real.csv"], Folder["spelt.csv"], "--label", "flag", "--out", Folder["evaluation"]);

        Assert.AreEqual("", run.Error);
        string[] shown = ["AUC, trained on synthetic", "Column 'name' is an identifier:", "Nearness to training rows is not measured"];
        foreach (var words in shown) Assert.Contains(words, run.Output);
        Assert.Contains("no evidence of privacy", run.Output);
        Assert.DoesNotContain("Utility is not measured", run.Output);
    }

    [TestMethod]
    public void Evaluate_TwoFiles_PrintsTheScoresAndWritesTheReport()
    {
        var run = CommandLine.Run("evaluate", Folder["people.csv"], Folder["people.csv"], "--label", "sex", "--out", Folder["evaluation"]);

        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains("│ Column shapes", run.Output);
        Assert.Contains(" 1.000 │", run.Output);
        Assert.Contains("(real rows resampled)", run.Output);
        Assert.IsTrue(File.Exists(Path.Combine(Folder["evaluation"], "report.html")));
    }

    [TestMethod]
    public void Table_TestFileThatDoesNotFit_IsRefusedBeforeTraining()
    {
        File.WriteAllText(Folder["empty.csv"], "age,sex,income,joined\n");
        File.WriteAllText(Folder["other.csv"], "age,income,joined\n20,1000,2020-01-01\n");

        (string, string)[] faults = [("empty.csv", "rows, but '{0}' has none."), ("other.csv", "the table's columns, but '{0}' has no 'sex'.")];
        foreach (var (file, message) in faults)
        {
            var run = CommandLine.Run("table", "--data", Folder["people.csv"], "--test", Folder[file], "--out", Folder["refused"]);

            Assert.AreEqual(ExitCode.Failed, run.ExitCode);
            Assert.Contains(
                $"Error: --test must be a file with {message.Replace("{0}", Folder[file], StringComparison.Ordinal)}", run.Error);
            Assert.AreEqual("", run.Output);
        }
    }

    [TestMethod]
    public void Table_FourRows_AreTrainedOnWithoutRowsThatAreHeldOut()
    {
        File.WriteAllText(Folder["four.csv"], "age,sex\n20,F\n30,M\n40,F\n50,M\n");

        var run = CommandLine.Run(
            "table", "--data", Folder["four.csv"], "--minimum-category-rows", "1", "--epochs", "2", "--device", "cpu", "--out", Folder["four"]);

        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.IsTrue(File.Exists(Path.Combine(Folder["four"], "report.html")));
    }

    [TestMethod]
    public void Table_ColumnThatNamesRowsAndRareCategories_AreMadeAnewAndLeftOut()
    {
        string[] ids = [.. Enumerable.Range(0, 80).Select(row => $"C-{100_000 + 7_919 * row}")];
        File.WriteAllLines(
            Folder["ids.csv"], ids.Select((id, row) => $"{id},{(row == 3 ? "X" : row % 2 == 0 ? "F" : "M")},{20 + row % 9}").Prepend("id,sex,age"));

        var run = CommandLine.Run(
            "table", "--data", Folder["ids.csv"], "--rare-category", "other", "--keep-extremes", "--epochs", "1", "--rows", "200", "--device", "cpu",
            "--out", Folder["ids"]);

        Assert.AreEqual("", run.Error);
        Assert.Contains("Warning: Column 'id' looks as if it named rows", run.Output);
        var made = TableFormats.Read(Path.Combine(Folder["ids"], "synthetic.csv")).Data;
        string[] madeIds = [.. made["id"].Cast<string>()];
        Assert.HasCount(200, madeIds.Distinct());
        Assert.IsEmpty(madeIds.Intersect(ids));
        Assert.IsTrue(madeIds.All(id => id.StartsWith("C-", StringComparison.Ordinal)));
        CollectionAssert.IsSubsetOf(made["sex"].Cast<string>().Distinct().ToArray(), new[] { "F", "M" });
        CommandLine.Run("rows", "--model", Path.Combine(Folder["ids"], "generator.onnx"), "--count", "50", "--out", Folder["more"]);
        CollectionAssert.AreEqual(
            madeIds.Take(50).ToArray(), TableFormats.Read(Path.Combine(Folder["more"], "synthetic.csv")).Data["id"].Cast<string>().ToArray());
        var rare = CommandLine.Run("table", "--data", Folder["ids.csv"], "--where", "sex=X", "--out", Folder["refused"]);
        Assert.Contains(
            "Error: --where must give 'sex' a value that the generator's file has, but too few rows have 'X': 1. Lower --minimum-category-rows",
            rare.Error);
    }

    [TestMethod]
    [DataRow(
        "--role must be one of numeric, integer, categorical, date, identifier, personal, but was 'text'.", "table", "--role", "Wildlife Size=text")]
    [DataRow("--role must name columns of the table, but 'wage' is none. The columns are: 'Airport Name', ", "table", "--role", "wage=date")]
    [DataRow("--minimum-category-rows must be a whole number of at least 1, but was '0'.", "table", "--minimum-category-rows", "0")]
    [DataRow("--label must name columns of the table, but 'wage' is none. The columns are: 'Airport Name', ", "table", "--label", "wage")]
    [DataRow("--where must give 'Wildlife Size' a value that occurs, but 'Huge' does not.", "table", "--where", "Wildlife Size=Huge")]
    [DataRow("The data file must exist, but 'missing.csv' was not found.", "table", "--data", "missing.csv")]
    [DataRow("The data file must exist, but 'missing.csv' was not found.", "evaluate", "missing.csv", "missing.csv")]
    [DataRow("--rows must be a whole number of at least 1, but was '0'.", "table", "--rows", "0")]
    [DataRow("--out must be a folder, but was ''.", "table", "--out", "")]
    public void Run_BadArguments_FailsWithOneReason(string message, params string[] arguments)
    {
        var run = CommandLine.Run(arguments);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"Error: {message}", run.Error);
        Assert.AreEqual("", run.Output);
    }

    private static string Person(Random random)
    {
        var (age, isFemale) = (random.Next(18, 90), random.Next(3) > 0);
        var income = random.Next(10) == 0 ? "" : $"{1_000 + 20 * age + (isFemale ? 500 : 0) + random.Next(200)}";
        return $"{age},{(isFemale ? "F" : "M")},{income},{new DateTime(2020, 1, 1).AddDays(random.Next(1_000)):yyyy-MM-dd}";
    }
}
