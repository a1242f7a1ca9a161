using Gan.Tool.Data.Csv;

namespace Gan.Tool.Tests.Data.Csv;

[TestClass]
public sealed class TableCsvTests
{
    /// <summary>Numbers and dates are no formulas, whatever they begin with.</summary>
    [TestMethod]
    [DataRow(false, "=name,n,-m\n=1+1,-5,x\n@A1,5,y\n")]
    [DataRow(true, "'=name,n,'-m\n'=1+1,-5,x\n'@A1,5,y\n")]
    public void Write_TextsThatBeginLikeFormulas_AreGuardedIfAsked(bool guards, string expected)
    {
        var table = CsvTable.Read(CsvSource.OfText("=name,n,-m\n=1+1,-5,x\n@A1,5,y\n", "table.csv"));
        using var writer = new StringWriter();

        new TableCsv(table.Style, guards).Write(table.Data, writer);

        Assert.AreEqual(expected, writer.ToString());
    }
}
