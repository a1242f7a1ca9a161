using Gan.Samples.Data;

namespace Gan.Samples.Tests.Data;

[TestClass]
public sealed class GivenCellsTests
{
    private static readonly Microsoft.Data.Analysis.DataFrame Table =
        CsvTable.Read(new StringReader("city,sex,age\n\"Paris, France\",Female,1\nRome,Male,2\na=b,Male,2\n"), "table.csv").Data;

    [TestMethod]
    [DataRow("sex=Female", "sex:Female")]
    [DataRow("sex=Female,age=2", "sex:Female|age:2")]
    [DataRow("city=Paris, France,sex=Male", "city:Paris, France|sex:Male")]
    [DataRow("city=a=b", "city:a=b")]
    [DataRow("age=,city=*", "age:|city:*")]
    public void Parse_Pairs_AreColumnsAndValues(string where, string expected) =>
        Assert.AreEqual(expected, string.Join('|', GivenCells.Parse([where], Table).Select(cell => $"{cell.Key}:{cell.Value}")));

    [TestMethod]
    [DataRow("female", "--where must be column=value, but was 'female'.")]
    [DataRow("Sex=Female", "--where must name columns of the table, but 'Sex' is none. The columns are: 'city', 'sex', 'age'.")]
    [DataRow("sex=female", "--where must give 'sex' a value that occurs, but 'female' does not.")]
    [DataRow("sex=Male,sex=Female", "--where must give a column once, but gives 'sex' twice.")]
    public void Parse_PairsThatDoNotFit_AreRefused(string where, string message) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => GivenCells.Parse([where], Table)).Message);
}
