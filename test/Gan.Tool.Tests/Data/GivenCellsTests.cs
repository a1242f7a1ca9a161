using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Microsoft.ML;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class GivenCellsTests
{
    private static readonly CsvTable Table = CsvTable.Read(CsvSource.OfText(
            "city,sex,age,day,size,cost\n\"Paris, France\",Female,1,2024-02-29,0,\nRome,Male,2,2023-01-01,1,1\na=b,Male,2,2023-01-01,2,2\n" +
            string.Concat(Enumerable.Range(3, 20).Select(row => $"Rome,Male,2,2023-01-01,{row},{row}\n")),
        "table.csv"));

    [TestMethod]
    [DataRow("sex=Female", "sex:Female")]
    [DataRow("sex=Female,age=2", "sex:Female|age:2")]
    [DataRow("city=Paris, France,sex=Male", "city:Paris, France|sex:Male")]
    [DataRow("city=a=b", "city:a=b")]
    [DataRow("city=*,cost=", "city:*|cost:")]
    [DataRow("cost=*", "cost:*")]
    [DataRow("day=2024-02-29", "day:2024-02-29T00:00:00.0000000")]
    [DataRow("size=3..10,city=Rome|a=b", "size:3..10|city:Rome|a=b")]
    [DataRow("size=>= 3.0,cost=<5|", "size:>=3|cost:<5|")]
    [DataRow("day=<2024-02-29", "day:<2024-02-29T00:00:00.0000000")]
    [DataRow("size>=3.0,cost<5,sex=Male", "size:>=3|cost:<5|sex:Male")]
    [DataRow("day<=2024-02-29,size>3", "day:<=2024-02-29T00:00:00.0000000|size:>3")]
    public void Parse_Pairs_AreColumnsAndValues(string where, string expected) =>
        Assert.AreEqual(
            expected, string.Join('|', GivenCells.Parse([where], Table.Data, Table.Style).Select(cell => $"{cell.Key}:{cell.Value}")));

    [TestMethod]
    [DataRow("city=2024-02-29,day=2024-02-29", "city:2024-02-29|day:2024-02-29T00:00:00.0000000")]
    [DataRow("day=2024/02/29 23:59", "day:2024-02-29T23:59:00.0000000")]
    [DataRow("day=*,sex=any", "day:*|sex:any")]
    public void Parse_PairsOfAGenerator_HaveDatesAsTheGeneratorReadsThem(string where, string expected) =>
        Assert.AreEqual(
            expected,
            string.Join('|', GivenCells.Parse([where], ((IDataView)Table.Data).Schema, TableStyle.Plain).Select(cell => $"{cell.Key}:{cell.Value}")));

    /// <summary>One value has several spellings.</summary>
    [TestMethod]
    [DataRow("ok=true", "ok:True")]
    [DataRow("ok=1", "ok:True")]
    [DataRow("ok=FALSE", "ok:False")]
    [DataRow("level=1.0", "level:1")]
    [DataRow("level=$1", "level:1")]
    [DataRow("level=$2.00", "level:2")]
    [DataRow("day=2024-02-29", "day:2024-02-29T00:00:00.0000000")]
    [DataRow("day=29/02/2024", "day:2024-02-29T00:00:00.0000000")]
    [DataRow("day=29.02.2024", "day:2024-02-29T00:00:00.0000000")]
    [DataRow("day=29 February 2024", "day:2024-02-29T00:00:00.0000000")]
    [DataRow("time=23:59", "time:1439")]
    [DataRow("kind=>50K", "kind:>50K")]
    [DataRow("kind= >50K", "kind:>50K")]
    [DataRow("score=NA", "score:")]
    [DataRow("score=1.50", "score:1.5")]
    public void Parse_SpellingsOfAValue_AreThatValue(string where, string expected)
    {
        var table = CsvTable.Read(CsvSource.OfText(
            "ok,level,day,time,kind,score\ntrue,$1.00,29/02/2024,23:59, >50K,NA\nfalse,$2.00,01/03/2024,00:00, <=50K,1.5\n", "table.csv"));

        foreach (var given in new[]
        {
            GivenCells.Parse([where], table.Data, table.Style),
            GivenCells.Parse([where], ((IDataView)table.Data).Schema, TableStyle.FromMetadata(table.Style.ToMetadata())),
        })
            Assert.AreEqual(expected, string.Join('|', given.Select(cell => $"{cell.Key}:{cell.Value}")));
    }

    [TestMethod]
    [DataRow("female", "--where must be column=value, but was 'female'.")]
    [DataRow(
        "Sex=Female", "--where must name columns of the table, but 'Sex' is none. The columns are: 'city', 'sex', 'age', 'day', 'size', 'cost'.")]
    [DataRow("sex=female", "--where must give 'sex' a value that occurs, but 'female' does not.")]
    [DataRow("age=3", "--where must give 'age' a value that occurs, but '3' does not.")]
    [DataRow("day=2024-02-28", "--where must give 'day' a value that occurs, but '2024-02-28T00:00:00.0000000' does not.")]
    [DataRow("size=x", "--where must give 'size' a number or date, or a range as 30..40, >=65 or <2024-01-01, but was 'x'.")]
    [DataRow("size=3..x", "--where must give 'size' a number or date, or a range as 30..40, >=65 or <2024-01-01, but was '3..x'.")]
    [DataRow(
        "cost=x",
        "--where must give 'cost' a number or date, or a range as 30..40, >=65 or <2024-01-01, or say whether it is missing, but was 'x'.")]
    [DataRow("city=Rome|Oslo", "--where must give 'city' a value that occurs, but 'Oslo' does not.")]
    [DataRow("sex=Male,sex=Female", "--where must give a column once, but gives 'sex' twice.")]
    public void Parse_PairsThatDoNotFit_AreRefused(string where, string message) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => GivenCells.Parse([where], Table.Data, Table.Style)).Message);
}
