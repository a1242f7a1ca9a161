using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class BirdstrikesTests
{
    private readonly CsvTable _table = Birdstrikes.Read();

    [TestMethod]
    public void Read_Birdstrikes_HasItsRowsAndMixedColumns()
    {
        Assert.AreEqual(10_000, _table.Data.Rows.Count);
        Assert.HasCount(15, _table.Data.Columns);
        Assert.HasCount(9, _table.Data.Columns.OfType<StringDataFrameColumn>());
        Assert.HasCount(5, _table.Data.Columns.OfType<Int32DataFrameColumn>());
        Assert.AreEqual(2_840, ((SingleDataFrameColumn)_table.Data["Speed IAS in knots"]).Count(speed => float.IsNaN(speed!.Value)), 50);
    }

    [TestMethod]
    public void Split_Table_HoldsOutEveryFifthRow()
    {
        var data = TableData.Split(_table);

        Assert.AreEqual(8_000, data.TrainingRows);
        Assert.AreEqual(2_000, data.TestRows);
        Assert.AreEqual(_table.Data["Airport Name"][9_999], data.Test["Airport Name"][1_999]);
        Assert.AreEqual(_table.Data["Airport Name"][9_998], data.Training["Airport Name"][7_999]);
    }
}
