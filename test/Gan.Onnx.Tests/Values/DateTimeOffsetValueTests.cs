using Gan.Onnx.Tests.Tabular;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Values;

[TestClass]
public sealed class DateTimeOffsetValueTests
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(10));

    [TestMethod]
    public void Read_CellsOfOneOffset_KeepIt()
    {
        var value = Learnt(Noon, Noon.AddDays(1), default);

        Assert.AreEqual(600, value.Traits.OffsetMinutes);
        Assert.AreEqual("2024-02-29T12:00:00.0000000+10:00", value.TextOf(Noon.UtcTicks));
        Assert.AreEqual(Noon.AddHours(-12).UtcTicks, value.Midnight + Noon.AddHours(-2).Date.Ticks);
    }

    [TestMethod]
    public void Read_CellsOfSeveralOffsets_AreOfUniversalTime()
    {
        var value = Learnt(Noon, Noon.ToOffset(TimeSpan.FromHours(-3)));

        Assert.AreEqual(0, value.Traits.OffsetMinutes);
        Assert.AreEqual("2024-02-29T02:00:00.0000000+00:00", value.TextOf(Noon.UtcTicks));
    }

    [TestMethod]
    [DataRow("2024-02-29T12:00")]
    [DataRow("2024-02-29T12:00:00+10:00")]
    [DataRow("2024-02-29T02:00:00Z")]
    public void TryParse_TextWithOrWithoutAnOffset_IsTheMoment(string text)
    {
        Assert.IsTrue(Learnt(Noon).TryParse(text, out var form));

        Assert.AreEqual(Noon.UtcTicks, form);
    }

    [TestMethod]
    public void Show_Midnight_IsTheDayOfTheOffset() => Assert.AreEqual("2024-02-29", Learnt(Noon).Show(Noon.AddHours(-12).UtcTicks));

    [TestMethod]
    public void File_MomentsOfOneOffset_ComeOutWithIt()
    {
        var value = Learnt(Noon);
        using var generator = TableGraphs.Load(new TableGraph(1).Forms("Cell", value, [Noon.UtcTicks, 0]));

        var where = new Dictionary<string, string> { ["Cell"] = "2024-02-29 12:00" };

        Assert.AreEqual(Noon.Offset, generator.Sample(1, where: where).GetColumn<DateTimeOffset>("Cell").Single().Offset);
        Assert.IsTrue(generator.Sample(50).GetColumn<DateTimeOffset>("Cell").All(cell => cell == default || cell.EqualsExact(Noon)));
    }

    [TestMethod]
    [DataRow(840, true)]
    [DataRow(-841, false)]
    public void Problems_OffsetOfMoreThan14Hours_IsOne(int minutes, bool isOffset) => Assert.AreEqual(
        isOffset ? "" : $"the offset of {minutes} minutes",
        string.Join(", ", Learnt(Noon).Problems(ValueTraits.None with { OffsetMinutes = minutes })));

    private static TabularValueOf<long> Learnt(params DateTimeOffset[] moments)
    {
        var cells = new CellsOf<DateTimeOffset>(
            TabularValueType.DateTimeOffset, DateTimeOffsetDataViewType.Instance, Array.ConvertAll(moments, moment => (moment, (string?)"")));
        using var cursor = cells.GetRowCursor(cells.Schema);
        var reader = ((WholeValue)TabularValues.Of(cells.Schema[0])!).Read(cursor, cells.Schema[0]);
        foreach (var moment in moments)
        {
            Assert.IsTrue(cursor.MoveNext());
            Assert.AreEqual(moment.UtcTicks, reader.Next());
        }
        return reader.Value();
    }
}
