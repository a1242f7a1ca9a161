using Gan.Testing;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class JsonFileTests
{
    private const string Lines =
        """
        {"id":1,"name":"Ünïcode ж \"q\"","price":1.10,"yes":true,"day":"2024-02-29","zip":"00123","note":""}
        {"id":2,"name":"","price":2.50,"yes":false,"day":"2024-03-01","zip":"12345","note":null}
        {"id":3,"name":"NA","price":13.00,"yes":true,"day":"2024-03-02","zip":"00001","note":null}

        """;

    private static readonly string Array = $"[\n{Lines.TrimEnd().ReplaceLineEndings(",\n")}\n]\n";

    [TestMethod]
    [DataRow(".json")]
    [DataRow(".jsonl")]
    public void Write_FileThatWasRead_IsTheSameFile(string extension)
    {
        using var folder = new TemporaryFolder();
        var text = (extension == ".json" ? Array : Lines).ReplaceLineEndings("\n").Replace("\"\"}", "null}", StringComparison.Ordinal);
        File.WriteAllText(folder[$"a{extension}"], text);

        var table = TableFormats.Read(folder[$"a{extension}"]);
        TableFormats.Target(folder[$"b{extension}"], table: null, WriteMode.Create, guardsFormulas: false)
            .Write(new StoredRows(table.Data, table.Style));

        Assert.AreEqual(text, File.ReadAllText(folder[$"b{extension}"]));
        Assert.AreEqual($"a{extension}: JSON.", table.Description);
    }

    [TestMethod]
    public void Read_ObjectsThatLackValues_AreRowsWithMissingCells()
    {
        var table = Read("""[{"a": 1}, {"b": "x", "a": null}, {}, {"a": 2.5}]""");

        CollectionAssert.AreEqual(new object[] { 1f, float.NaN, float.NaN, 2.5f }, table.Data["a"].Cast<object>().ToArray());
        CollectionAssert.AreEqual(new[] { "", "x", "", "" }, table.Data["b"].Cast<string>().ToArray());
        Assert.AreEqual((CellKind.Double, true), (table.Style.Of("a")!.Stored!.Kind, table.Style.Of("a")!.Stored!.IsNullable));
    }

    [TestMethod]
    [DataRow("[1, 2]", "Row 1 of 'a.json' must be an object, but is of number.")]
    [DataRow("[]", "'a.json' must have objects with values, but has none.")]
    [DataRow("[{\"a\": 1, \"a\": 2}]", "Row 1 of 'a.json' must have 'a' once, but has it twice.")]
    [DataRow("[{\"a\": 1", "'a.json' must be JSON, but is not: ")]
    [DataRow(
        "[{\"a\": 1, \"b\": [2]}]",
        "Column 'b' of 'a.json' must be of numbers, texts, truth values, dates or times, but is of lists. Leave it out by --ignore \"b\".")]
    public void Read_FileThatIsNoTable_SaysWhy(string text, string start)
    {
        var fault = Assert.ThrowsExactly<InvalidDataException>(() => Read(text));

        Assert.StartsWith(start, fault.Message);
    }

    [TestMethod]
    public void Write_StoppedMidway_LeavesTheFileThatWasThere()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["kept.json"], "[]");
        var table = Read(Array);
        var target = TableFormats.Target(folder["kept.json"], table: null, WriteMode.Replace, guardsFormulas: false);

        Assert.ThrowsExactly<OperationCanceledException>(
            () => target.Write(new StoredRows(table.Data, table.Style) { Written = _ => throw new OperationCanceledException() }));

        Assert.AreEqual("[]", File.ReadAllText(folder["kept.json"]));
        Assert.HasCount(1, Directory.GetFiles(folder[""]));
    }

    private static CsvTable Read(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.json"], text);
        return TableFormats.Read(folder["a.json"]);
    }
}
