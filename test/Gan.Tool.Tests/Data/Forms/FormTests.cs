using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.ML;

namespace Gan.Tool.Tests.Data.Forms;

/// <summary>Each form of the world's files: it is found, has a type that can be learnt, and gives every cell back as it was.</summary>
[TestClass]
public sealed class FormTests
{
    [TestMethod]
    [DataRow("$27,308.89|$5.00|-$1,234.50", "Numbers", "Single")]
    [DataRow("$-5|$6", "Numbers", "Int32")]
    [DataRow("($5.25)|$6.00", "Numbers", "Single")]
    [DataRow("€ 1.234,50|€ 2,25", "Numbers", "Single")]
    [DataRow("1 234,5 €|2,5 €", "Numbers", "Single")]
    [DataRow("USD 5|USD 1,234,567", "Numbers", "Int32")]
    [DataRow("327,45|0,5", "Numbers", "Single")]
    [DataRow("1'234'567|12", "Numbers", "Int32")]
    [DataRow("84%|5%", "Numbers", "Int32")]
    [DataRow("8.5 %|-0.5 %", "Numbers", "Single")]
    [DataRow("+0.5|-1.2", "Numbers", "Single")]
    [DataRow("\u22125|6", "Numbers", "Int32")]
    [DataRow(".12|-.5", "Numbers", "Single")]
    [DataRow("86.|5.", "Numbers", "Int32")]
    [DataRow("5.0|7.5", "Numbers", "Single")]
    [DataRow("5.00|7.00", "Numbers", "Int32")]
    [DataRow("2.0|3.5|4.0", "Numbers", "Single")]
    [DataRow("39e3|705e3", "Numbers", "Int32")]
    [DataRow("1.5e-07|2.25e+03", "Numbers", "Single")]
    [DataRow("1.5E300|-2.25E-300", "Numbers", "Double")]
    [DataRow("0.001|1e-05|12345.5", "Numbers", "Single")]
    [DataRow("48.12345678|-7.1|0", "Numbers", "Double")]
    [DataRow("1400000000|NA|600000000", "Numbers", "Single")]
    [DataRow("1234567890123456789|12", "Numbers", "Int64")]
    [DataRow("1.5|NA|NA||2", "Numbers", "Single")]
    [DataRow(" 772 | 5 ", "Numbers", "Int32")]
    [DataRow("true|false", "Booleans", "Boolean")]
    [DataRow("TRUE||FALSE", "Booleans", "String")]
    [DataRow("2024-02-29 23:59:59|1999-12-31 00:00:00", "Dates", "DateTime")]
    [DataRow("2024-02-29T23:59:59.123456|1999-12-31T00:00:00", "Dates", "DateTime")]
    [DataRow("2024-02-29 23:59:59.5|1999-12-31 00:00:00.25|1999-12-31 00:00:00", "Dates", "DateTime")]
    [DataRow("2020-12-09 11:21:00+00:00|2023-10-27 02:01:00+00:00", "Dates", "DateTime")]
    [DataRow("2020-12-09T11:21:00-0500|2023-10-27T02:01:00-0500", "Dates", "DateTime")]
    [DataRow("2020-12-09 11:21 UTC|2023-10-27 02:01 UTC", "Dates", "DateTime")]
    [DataRow("31/12/1999|01/02/2000", "Dates", "DateTime")]
    [DataRow("31.12.1999|1.2.2000|NULL", "Dates", "DateTime")]
    [DataRow("05/24/22|04/15/21", "Dates", "DateTime")]
    [DataRow("12/31/1999 1:05 PM|1/2/2000 12:00 AM", "Dates", "DateTime")]
    [DataRow("12-Jan-2020|01-May-2021", "Dates", "DateTime")]
    [DataRow("12-JAN-20|01-MAY-21", "Dates", "DateTime")]
    [DataRow("January 5, 2020|May 12, 2021", "Dates", "DateTime")]
    [DataRow("Sun, 05 Jan 2020 10:00:00 GMT|Wed, 12 May 2021 11:00:00 GMT", "Dates", "DateTime")]
    [DataRow("20210513|20230406", "Dates", "DateTime")]
    [DataRow("2019-03|2022-09", "Dates", "DateTime")]
    [DataRow("201903|202209|202001|201812|201502", "Dates", "DateTime")]
    [DataRow("2021-5-31|2022-12-1", "Dates", "DateTime")]
    [DataRow("0:51:59|12:05:00", "Durations", "Int32")]
    [DataRow("23:59|00:00", "Durations", "Int32")]
    [DataRow("0:01.25|1:00.50|-0:10.75", "Durations", "Single")]
    [DataRow("1 days 02:03:04|0 days 00:00:00", "Durations", "Int32")]
    [DataRow("a|NA|b", "Texts", "String")]
    [DataRow(" >50K| <=50K| ?", "Texts", "String")]
    [DataRow("x|  y|z ", "Texts", "String")]
    public void Read_CellsOfAForm_AreFoundAndComeBack(string cells, string kind, string type)
    {
        var text = $"n|x\n{string.Concat(cells.Split('|').Select((cell, row) => $"{row}|{cell}\n"))}";

        var table = Read(text, new CsvOptions { Separator = '|' });

        Assert.AreEqual(kind, table.Style.Of("x")!.Form.Kind);
        Assert.AreEqual(type, ((IDataView)table.Data).Schema["x"].Type.ToString());
        var commonest = cells.Contains("NA|NA", StringComparison.Ordinal) ? "|NA\n" : "|\n";
        Assert.AreEqual(text.Replace("|\n", commonest, StringComparison.Ordinal), Written(table));
        Assert.IsEmpty(table.Doubts);
    }

    [TestMethod]
    [DataRow("1,234|5,678", "'1,234' has either thousands or decimals, which --decimal tells")]
    [DataRow("01/02/2024|03/04/2024", "the order of day and month in '01/02/2024' is not sure, which --dates tells")]
    [DataRow("01234|56789", "leading zeros are those of codes")]
    [DataRow("+49|+1", "a plus before whole numbers may be that of codes")]
    [DataRow("1|2|3|4|x", "'x' is no number")]
    [DataRow("1e400|2", "some numbers are beyond double precision")]
    [DataRow("$5|€6", "the units differ")]
    [DataRow("1.5|1.234,5|1,234.5", "the digits are parted in several ways")]
    [DataRow("12345678901234567890|1", "numbers cannot hold all the digits")]
    [DataRow("2024-02-28|2023-01-01|2022-01-01|2021-01-01|2023-02-29", "'2023-02-29' is no date as '2024-02-28' is")]
    [DataRow("2024-02-28 10:00Z|2024-02-28 10:00", "some of the times have a zone")]
    [DataRow("0:51:59|51:59", "the units of the durations differ")]
    [DataRow("1.2.10|1.2.11|1.3.12", "the digits are parted in several ways")]
    public void Read_CellsThatAreNotSure_StayTextWithAWord(string cells, string doubt)
    {
        var text = $"n|x\n{string.Concat(cells.Split('|').Select((cell, row) => $"{row}|{cell}\n"))}";

        var table = Read(text, new CsvOptions { Separator = '|' });

        CollectionAssert.AreEqual(new[] { $"'x' stays text: {doubt}." }, table.Doubts.ToArray());
        Assert.AreEqual(text, Written(table));
    }

    [TestMethod]
    [DataRow("1,234;5,678", "9,5;8,25", "Numbers, as 12,500")]
    [DataRow("1,234;5,678", "9.5;8.25", "Numbers, as 1,234")]
    [DataRow("1.234;12.345", "9,5;8,25", "Numbers, as 1.234")]
    [DataRow("01/02/2024;03/04/2024", "31/01/2024;01/01/2023", "Dates, as 31/12/2024")]
    [DataRow("01/02/2024;03/04/2024", "31/01/24 10:00;01/01/23 11:00", "Dates, as 31/12/2024")]
    [DataRow("01/02/2024;03/04/2024", "01/31/2024;01/01/2023", "Dates, as 12/31/2024")]
    public void Read_CellsThatAnotherColumnExplains_AreReadAsThatColumnIs(string cells, string others, string description)
    {
        var rows = cells.Split(';').Zip(others.Split(';'), (cell, other) => $"{cell};{other}\n");

        var table = Read($"x;y\n{string.Concat(rows)}");

        Assert.AreEqual(description, table.Style.Of("x")!.Description);
        Assert.IsEmpty(table.Doubts);
    }

    [TestMethod]
    public void Read_ThatOptionsExplain_IsAsTheySay()
    {
        var options = new CsvOptions
        {
            DecimalMark = ',',
            DateOrder = DateOrder.Mdy,
            Missing = ["unknown"],
            Forms = ["zip=text,when=yyyy MM dd"],
            Ignored = ["left, out"],
        };

        var table = Read("a;b;c;zip;when;left, out\n1,234;01/02/2024;unknown;12;2024 01 02;1\n5,678;03/04/2024;x;13;2024 03 04;2\n", options);

        string[] types = ["Single", "DateTime", "String", "String", "DateTime"];
        CollectionAssert.AreEqual(types, ((IDataView)table.Data).Schema.Select(column => column.Type.ToString()).ToArray());
        CollectionAssert.AreEqual(new[] { "", "x" }, table.Data["c"].Cast<string>().ToArray());
        Assert.AreEqual(new DateTime(2024, 1, 2), table.Data["b"][0]);
        Assert.AreEqual("a;b;c;zip;when\n1,234;01/02/2024;unknown;12;2024 01 02\n5,678;03/04/2024;x;13;2024 03 04\n", Written(table));
    }

    /// <summary>Values that a generator makes have no more digits than those that it learnt from.</summary>
    [TestMethod]
    [DataRow("48.12345678|7.1", 48.123456789012345, "48.12345679")]
    [DataRow("5.10|7.25", 1.0 / 3, "0.33")]
    [DataRow("5.0|7.25", 2.0, "2.0")]
    [DataRow("1|2", -0.2, "0")]
    [DataRow("-0.001|0.001", -0.0001, "0.000")]
    [DataRow("$1,000.00|$2.00", -1234567.891, "-$1,234,567.89")]
    [DataRow("1400000000||1", 1.6e9, "1600000000")]
    [DataRow("1e-05|2.5", 0.00001234, "1.2e-05")]
    [DataRow("1.5e+07|2.5e+08", 123456789, "1.2e+08")]
    public void Write_NumberThatAGeneratorMakes_HasTheDigitsOfTheColumn(string cells, double value, string written)
    {
        var table = Read($"n|x\n{string.Concat(cells.Split('|').Select((cell, row) => $"{row}|{cell}\n"))}", new CsvOptions { Separator = '|' });

        Assert.AreEqual(written, ((NumberForm)table.Style.Of("x")!.Form).Write(value));
    }

    [TestMethod]
    public void Read_TimesOfSeveralOffsets_AreMomentsOfUniversalTime()
    {
        var table = Read("x,n\n2024-07-01 10:00:00+02:00,1\n2024-01-01 10:00:00+01:00,2\n");

        Assert.AreEqual("x,n\n2024-07-01 08:00:00+00:00,1\n2024-01-01 09:00:00+00:00,2\n", Written(table));
    }

    private static CsvTable Read(string text, CsvOptions? options = null) => CsvTable.Read(CsvSource.OfText(text, "table.csv"), options);

    /// <summary>The table as another program writes it that has the generator's file alone.</summary>
    private static string Written(CsvTable table)
    {
        using var writer = new StringWriter();
        new TableCsv(TableStyle.FromMetadata(table.Style.ToMetadata())).Write(table.Data, writer);
        return writer.ToString();
    }
}
