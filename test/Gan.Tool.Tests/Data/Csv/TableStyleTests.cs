using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;

namespace Gan.Tool.Tests.Data.Csv;

[TestClass]
public sealed class TableStyleTests
{
    /// <summary>A file of somebody else's may say anything.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("""{"Dialect":{},"Columns":null}""")]
    [DataRow("""{"Dialect":null,"Columns":[]}""")]
    [DataRow("""{"Dialect":{"Encoding":null},"Columns":[]}""")]
    [DataRow("""{"Dialect":{"Separator":"ab"},"Columns":[]}""")]
    [DataRow("""{"Dialect":{},"Columns":[{"Name":"a","Header":"a"}]}""")]
    [DataRow("""{"Dialect":{},"Columns":[{"Name":"a","Header":null,"Form":{"kind":"text"}}]}""")]
    [DataRow("""{"Dialect":{},"Columns":[{"Name":"a","Header":"a","Form":{"kind":"magic"}}]}""")]
    [DataRow("""{"Dialect":{},"Columns":[{"Name":"a","Header":"a","Form":{"kind":"number","Prefix":null}}]}""")]
    public void FromMetadata_TextThatIsNoStyle_IsRefused(string text) => Assert.StartsWith(
        "The model file must say readably how its table is written, but does not: ",
        Assert.ThrowsExactly<InvalidDataException>(
            () => TableStyle.FromMetadata(new Dictionary<string, string> { [TableStyle.MetadataKey] = text })).Message);

    [TestMethod]
    [DataRow("""{"kind":"number","LeastDecimals":900000000,"MostDecimals":900000000}""")]
    [DataRow("""{"kind":"number","Exponent":{"Letter":"e","Plus":true,"Digits":900000000,"Fixed":null,"IsAlways":true,"Decimals":900000000}}""")]
    [DataRow("""{"kind":"duration","Units":3,"IsPadded":true,"HasDays":false,"LeastDecimals":900000000,"MostDecimals":900000000}""")]
    public void FromMetadata_DigitsBeyondMeasure_AreWrittenInFew(string form)
    {
        var style = TableStyle.FromMetadata(new Dictionary<string, string>
        {
            [TableStyle.MetadataKey] = $$"""{"Dialect":{},"Columns":[{"Name":"a","Header":"a","Form":{{form}}}]}""",
        });

        Assert.IsLessThan(60, style.Columns[0].Form.Example!.Length);
    }

    [TestMethod]
    public void FromMetadata_NoStyle_IsThePlainOne() => Assert.AreSame(TableStyle.Plain, TableStyle.FromMetadata(new Dictionary<string, string>()));

    /// <summary>The generator's file tells nothing of single rows.</summary>
    [TestMethod]
    public void ToMetadata_OfATable_HoldsNoneOfItsCells()
    {
        string[] cells = ["41234.75", "Secretname", "1987-05-23", "7:43:21", "$9,871.25", "(77.31)", "3.19e-07", "True"];
        string[] others = ["2.5", "b", "1999-12-31", "0:00:01", "$1.50", "2.25", "1.5e-08", "False"];

        var table = CsvTable.Read(CsvSource.OfText(
            $"a|b|c|d|e|f|g|h\n{string.Join('|', cells)}\n{string.Join('|', others)}\n", "table.csv"));

        Assert.HasCount(7, table.Style.Columns.Select(column => column.Form.GetType()).Where(type => type != typeof(TextForm)));
        var text = table.Style.ToMetadata()[TableStyle.MetadataKey];
        foreach (var cell in cells.SkipLast(1)) Assert.DoesNotContain(cell.Trim('$', '(', ')'), text);
    }
}
