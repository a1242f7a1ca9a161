using Gan.Samples.Data;
using Gan.Samples.Reporting;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Samples.Tests.Data;

[TestClass]
public sealed class CsvTableTests
{
    [TestMethod]
    [DataRow("1|-2|3", "Int32")]
    [DataRow("1|2147483648", "Int64")]
    [DataRow("1||3", "Single")]                                        // NaN where missing
    [DataRow("123456789||3", "Double")]                                // more digits than Single keeps
    [DataRow("1.5|-2e-3", "Single")]
    [DataRow("0.1|3.14159265358979", "Double")]
    [DataRow("True|False", "Boolean")]
    [DataRow("True||False", "String")]
    [DataRow("true|false", "String")]                                  // as they are, they come back
    [DataRow("1|?|3", "String")]
    [DataRow("1|NA|3", "String")]
    [DataRow("1|NaN|Infinity", "String")]
    [DataRow("01234|56789", "String")]                                 // codes
    [DataRow("0|0.5", "Single")]
    [DataRow("1e400|2", "String")]
    [DataRow("12345678901234567890|1", "Double")]
    public void Read_Column_HasTheTypeOfItsTexts(string cells, string type)
    {
        var table = Read($"before,x\n{string.Join('\n', cells.Split('|').Select(cell => $"a,{cell}"))}\n");

        Assert.AreEqual(type, ((IDataView)table).Schema["x"].Type.ToString());
    }

    [TestMethod]
    public void Read_QuotedCells_MayHoldCommasQuotesAndLines()
    {
        var table = Read("\"a, b\",c\r\n\"x, \"\"y\"\"\",\"1\r\n2\"\r\n//no comment,#\r\n");

        Assert.AreEqual("a, b", table.Columns[0].Name);
        CollectionAssert.AreEqual(new[] { "x, \"y\"", "//no comment" }, table.Columns[0].Cast<string>().ToArray());
        CollectionAssert.AreEqual(new[] { "1\r\n2", "#" }, table.Columns[1].Cast<string>().ToArray());
    }

    [TestMethod]
    public void Read_LikeAnotherTable_TakesItsTextsAsTextsAndItsNumbersAsNumbers()
    {
        var real = Read("code,size\nA1,2\n7,3\n");

        var table = CsvTable.Read(new StringReader("size,code\n1.5,7\n,8\n"), "synthetic.csv", real);

        Assert.IsInstanceOfType<StringDataFrameColumn>(table["code"]);
        CollectionAssert.AreEqual(new[] { 1.5f, float.NaN }, ((SingleDataFrameColumn)table["size"]).Select(size => size!.Value).ToArray());
    }

    [TestMethod]
    [DataRow("", "'table.csv' must have a header with the columns' names, but is empty.")]
    [DataRow("a,b\n1,2\n3\n", "Row 2 of 'table.csv' must have 2 cells as the header has, but had 1.")]
    [DataRow("a,b\n1,2,3\n", "Row 1 of 'table.csv' must have 2 cells as the header has, but had 3.")]
    [DataRow("a,,c\n1,2,3\n", "The columns of 'table.csv' must have names, but the name of column 2 is empty.")]
    [DataRow("a,b,a\n1,2,3\n", "The columns of 'table.csv' must have different names, but 2 are called 'a'.")]
    [DataRow("a,b\n1,\"2\n", "'table.csv' must be CSV as in RFC 4180, but is not: A quoted field at the end of the input ends without a closing quote.")]
    [DataRow("a,b\n1,2\nx,3\n", "Column 'a' of 'table.csv' must be of numbers as in the real table, but has 'x'.", "a\n1\n")]
    public void Read_TextThatIsNoSuchTable_SaysWhy(string text, string message, string? like = null) => Assert.AreEqual(
        message, Assert.ThrowsExactly<InvalidDataException>(() => CsvTable.Read(new StringReader(text), "table.csv", like is null ? null : Read(like))).Message);

    [TestMethod]
    [DataRow("a,b,c\n1,x,0.1\n-2,\"y, z\",\n3,\"say \"\"hi\"\"\",2.5E-08\n")]
    [DataRow("truth,big,\"first\nsecond\"\nTrue,12345678901,00\nFalse,1,?\n")]
    [DataRow("only\n\"\"\nx\n")]
    public void Write_AfterRead_GivesTheTextBack(string text)
    {
        using var writer = new StringWriter { NewLine = "\n" };

        TableCsv.Write(Read(text), writer);

        Assert.AreEqual(text, writer.ToString());
    }

    [TestMethod]
    public void Write_ColumnOfVectors_IsRefusedByName()
    {
        var view = new MLContext().Data.LoadFromEnumerable(new[] { new { Features = new float[] { 1, 2 } } });

        var message = Assert.ThrowsExactly<ArgumentException>(() => TableCsv.Write(view, TextWriter.Null)).Message;

        Assert.AreEqual("Column 'Features' must be of a scalar that CSV can hold, but is of Vector<Single>.", message);
    }

    private static DataFrame Read(string text) => CsvTable.Read(new StringReader(text), "table.csv");
}
