using Gan.Testing;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Tests.Data.Csv;

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
    [DataRow("true|false", "Boolean")]
    [DataRow("True|false", "String")]                                  // one form could not give both back
    [DataRow("1|?|3", "Single")]
    [DataRow("1|NA|null|-|3", "Single")]
    [DataRow("1|NaN|Infinity", "String")]
    [DataRow("NA|-", "String")]
    [DataRow("a|NA", "String")]                                        // Namibia
    [DataRow("01234|56789", "String")]                                 // codes
    [DataRow("+49|-7", "String")]
    [DataRow("-07|8", "String")]
    [DataRow("-0.5|8", "Single")]
    [DataRow("0|0.5", "Single")]
    [DataRow("1e400|2", "String")]
    [DataRow("12345678901234567890|1", "String")]                      // no number keeps all the digits
    [DataRow("1234567890123456789|1", "Int64")]
    [DataRow("1234567890123456789||1", "String")]
    [DataRow("823000000000000000||1", "Single")]                       // keeps them
    [DataRow("2024-02-29|1999-12-31", "DateTime")]
    [DataRow("2024/02/29 23:59|1999/12/31 00:00", "DateTime")]
    [DataRow("2024-02-29T23:59:59.125Z|1999-12-31T00:00:00.000Z", "DateTime")]
    [DataRow("2024-02-29|1999-12-31 00:00", "String")]                 // one form could not give both back
    [DataRow("2024-02-29||1999-12-31", "DateTime")]                    // default where missing
    [DataRow("|", "String")]
    [DataRow("2023-02-29|1999-12-31", "String")]                       // no leap year
    [DataRow("31/12/1999|30/11/1999", "DateTime")]
    [DataRow("01/02/1999|03/04/1999", "String")]                       // February or January
    [DataRow("0:51:59|12:00:00", "Int32")]                             // seconds
    public void Read_Column_HasTheTypeOfItsTexts(string cells, string type)
    {
        var table = Read($"before,x\n{string.Join('\n', cells.Split('|').Select(cell => $"a,{cell}"))}\n");

        Assert.AreEqual(type, ((IDataView)table.Data).Schema["x"].Type.ToString());
    }

    [TestMethod]
    public void Read_QuotedCells_MayHoldCommasQuotesAndLines()
    {
        var table = Read("\"a, b\",c\r\n\"x, \"\"y\"\"\",\"1\r\n2\"\r\n//no comment,#\r\n").Data;

        Assert.AreEqual("a, b", table.Columns[0].Name);
        CollectionAssert.AreEqual(new[] { "x, \"y\"", "//no comment" }, table.Columns[0].Cast<string>().ToArray());
        CollectionAssert.AreEqual(new[] { "1\r\n2", "#" }, table.Columns[1].Cast<string>().ToArray());
    }

    /// <summary>Of every visible character, none at the start of a row or of the header makes it vanish.</summary>
    [TestMethod]
    public void Read_RowAndHeaderThatBeginWithAnyCharacter_AreARowAndTheHeader()
    {
        foreach (var first in Enumerable.Range(' ', '\u0180' - ' ').Select(code => (char)code).Except([',', '"', '\u007F']))
        {
            var table = Read($"{first}name,n\n{first}one,1\n{first},2\ntwo,3\n").Data;

            Assert.AreEqual($"{first}name".Trim(), table.Columns[0].Name);
            CollectionAssert.AreEqual(new[] { $"{first}one", $"{first}", "two" }, table.Columns[0].Cast<string>().ToArray());
            CollectionAssert.AreEqual(new[] { 1, 2, 3 }, table.Columns[1].Cast<int>().ToArray());
        }
    }

    [TestMethod]
    public void Read_LikeAnotherTable_TakesItsTextsAsTextsAndItsNumbersAsNumbers()
    {
        var real = Read("code,size\nA1,2\n7,3\n");

        var table = ReadLike("size,code\n1.5,7\n,8\n", real).Data;

        Assert.IsInstanceOfType<StringDataFrameColumn>(table["code"]);
        CollectionAssert.AreEqual(new[] { 1.5f, float.NaN }, ((SingleDataFrameColumn)table["size"]).Select(size => size!.Value).ToArray());
    }

    /// <summary>Two programs write one truth value in several ways, and dates, numbers and padding as well.</summary>
    [TestMethod]
    [DataRow("True|False", "true|false")]
    [DataRow("True|False", "1|0")]
    [DataRow("true|false", "True|False")]
    [DataRow("1|0", "True|False")]
    [DataRow("True||False", "TRUE||FALSE")]
    [DataRow("2024-02-29|1999-12-31", "29/02/2024|31/12/1999")]
    [DataRow("01/12/1999|13/12/1999", "01/12/1999|02/12/1999")]
    [DataRow("1234.5|2", "1.234,5|2")]
    [DataRow("$5.00|$6.00", "5|6")]
    [DataRow("0:01:00|0:02:00", "00:01:00|00:02:00")]
    [DataRow(" a| b", "a|b")]
    [DataRow("1|NA|2", "1||2")]
    public void Read_LikeATableOfAnotherSpelling_HasItsValues(string real, string other)
    {
        var first = Read(OfCells(real));

        var second = ReadLike(OfCells(other), first);
        var asIfReal = Read(OfCells(real.Contains("13/12", StringComparison.Ordinal) ? other + "|13/12/1999" : real));

        var count = second.Data.Rows.Count;
        CollectionAssert.AreEqual(
            asIfReal.Data["x"].Cast<object?>().Take((int)count).Select(cell => $"{cell}").ToArray(),
            second.Data["x"].Cast<object?>().Select(cell => $"{cell}").ToArray());
    }

    [TestMethod]
    [DataRow("", "'table.csv' must have a header with the columns' names, but is empty.")]
    [DataRow("a,b\n1,2\n3\n", "Row 2 of 'table.csv' must have 2 cells as the header has, but had 1.")]
    [DataRow("a,b\n1,2,3\n", "Row 1 of 'table.csv' must have 2 cells as the header has, but had 3.")]
    [DataRow("a,b, a\n1,2,3\n", "The columns of 'table.csv' must have different names, but 2 are called 'a'.")]
    [DataRow("a,b,a\n1,2,3\n", "The columns of 'table.csv' must have different names, but 2 are called 'a'.")]
    [DataRow(
        "a,b\n1,\"2\n", "'table.csv' must be CSV as in RFC 4180, but is not: A quoted field at the end of the input ends without a closing quote.")]
    [DataRow("a,b\n1,2\nx,3\n", "Column 'a' of 'table.csv' must be of numbers as in the real table, but has 'x'.", "a\n1\n")]
    [DataRow(
        "a,b\n2024-01-01,2\n2024/01/02,3\n",
        "Column 'a' of 'table.csv' must be of dates, all written alike as in the real table, but has '2024/01/02'.", "a\n1999-01-01\n")]
    [DataRow(
        "a,b\n2024-01-01,2\nx,3\n", "Column 'a' of 'table.csv' must be of dates, all written alike as in the real table, but has 'x'.",
        "a\n1999-01-01\n")]
    public void Read_TextThatIsNoSuchTable_SaysWhy(string text, string message, string? like = null) => Assert.AreEqual(
        message,
        Assert.ThrowsExactly<InvalidDataException>(
            () => CsvTable.Read(CsvSource.OfText(text, "table.csv"), options: null, like is null ? null : Read(like))).Message);

    [TestMethod]
    [DataRow("a,b,c\n1,x,0.1\n-2,\"y, z\",\n3,\"say \"\"hi\"\"\",2.5E-08\n")]
    [DataRow("truth,big,\"first\nsecond\"\nTrue,12345678901,00\nFalse,1,?\n")]
    [DataRow("day,time\n2024-02-29,1999/12/31 08:05\n1999-01-01,2000/01/01 00:00\n")]
    [DataRow("day,number\n,1\n2024-02-29,2\n,3\n1999-01-01,4\n")]
    [DataRow("time,to\n1999-12-31T08:05:09Z,2024-02-29 23:59:59.125\n2000-01-01T00:00:00Z,1999-01-01 00:00:00.000\n")]
    [DataRow("only\n\"\"\nx\n")]
    [DataRow("a;b\n1,5;x\n2,25;\"y;z\"\n")]
    [DataRow("a\tb\n1\tx, y\n")]
    [DataRow("a|b\n1|x\n")]
    [DataRow("sep=;\na;b\n1;x\n")]
    [DataRow("a,b\r\n1,x\r\n2,\"y\r\nz\"\r\n")]
    [DataRow("a,b\n'x, y',1\nz,2\n")]
    [DataRow("age, workclass, income\n49, State-gov, >50K\n55, ?, <=50K\n")]
    [DataRow(",a\n0,x\n1,y\n")]
    [DataRow(" \n1\n2\n")]
    [DataRow("text\n \nx\n  y\n")]
    [DataRow("text\n x\n \n y\n")]
    public void Write_AfterRead_GivesTheTextBack(string text)
    {
        using var writer = new StringWriter { NewLine = "\n" };

        var table = Read(text);
        new TableCsv(TableStyle.FromMetadata(table.Style.ToMetadata())).Write(table.Data, writer);

        Assert.AreEqual(text, writer.ToString());
    }

    [TestMethod]
    public void Read_FileThatIsNotUtf8_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["names.csv"], [.. "name\nJ"u8, 0xFC, .. "rgen\n"u8]);

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => TableFormats.Read(folder["names.csv"]));
        Assert.AreEqual("'names.csv' must be UTF-8, but is not. Save it as UTF-8, or give its --encoding, such as windows-1252.", fault.Message);

        var table = TableFormats.Read(folder["names.csv"], new CsvOptions { Encoding = "windows-1252" });
        Assert.AreEqual("Jürgen", table.Data["name"][0]);
    }

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    public void Read_FileWithAByteOrderMark_HasNoMarkInItsFirstName(string encoding)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["names.csv"], "näme,n\nJürgen,1\n", FileEncoding.Of(encoding));

        var table = TableFormats.Read(folder["names.csv"]);

        Assert.AreEqual("näme", table.Data.Columns[0].Name);
        Assert.AreEqual("Jürgen", table.Data["näme"][0]);
        Assert.IsTrue(table.Style.Dialect.HasByteOrderMark);
        Assert.AreEqual(encoding, table.Style.Dialect.Encoding);
    }

    [TestMethod]
    public void Write_Moments_HaveTheirOffset()
    {
        var noon = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2));
        var view = new MLContext().Data.LoadFromEnumerable(new[] { new { At = noon, N = 1 }, new { At = default(DateTimeOffset), N = 2 } });
        using var writer = new StringWriter { NewLine = "\n" };

        new TableCsv(TableStyle.Plain).Write(view, writer);

        Assert.AreEqual("At,N\n2024-02-29T12:00:00.0000000+02:00,1\n,2\n", writer.ToString());
    }

    [TestMethod]
    public void Write_ColumnOfVectors_IsRefusedByName()
    {
        var view = new MLContext().Data.LoadFromEnumerable(new[] { new { Features = new float[] { 1, 2 } } });

        var message = Assert.ThrowsExactly<ArgumentException>(() => new TableCsv(TableStyle.Plain).Write(view, TextWriter.Null)).Message;

        Assert.AreEqual("Column 'Features' must be of a scalar that CSV can hold, but is of Vector<Single>.", message);
    }

    [TestMethod]
    public void Read_LikeTruthValuesWithAnotherText_IsOfTexts()
    {
        var table = ReadLike("x\nTrue\nmaybe\n", Read("x\nTrue\nFalse\n"));

        CollectionAssert.AreEqual(new[] { "True", "maybe" }, table.Data["x"].Cast<string>().ToArray());
    }

    private static CsvTable Read(string text) => CsvTable.Read(CsvSource.OfText(text, "table.csv"));

    private static CsvTable ReadLike(string text, CsvTable real) => CsvTable.Read(CsvSource.OfText(text, "synthetic.csv"), options: null, real);

    private static string OfCells(string cells) => $"before;x\n{string.Join('\n', cells.Split('|').Select(cell => $"a;{cell}"))}\n";
}
