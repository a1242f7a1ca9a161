using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Tables;

[TestClass]
public sealed class ValueGridTests
{
    [TestMethod]
    [DataRow(new long[] { 100, 130, 190 }, 10, 30)]
    [DataRow(new long[] { 11, -7, -1 }, 5, 6)]
    [DataRow(new long[] { 0, 6, 10, 15 }, 0, 1)]
    [DataRow(new long[] { 42, 42 }, 0, 1)]
    [DataRow(new long[] { 1L << 53, -(1L << 53) + 1 }, 1L << 53, (1L << 54) - 1)]
    [DataRow(new long[] { 1_234_567_890_123_456_789, 1_234_567_890_123_456_790 }, 1_122_832L << 40, 1)]
    [DataRow(new long[] { long.MinValue + 1, long.MinValue + 13, long.MinValue + 19 }, -9_223_369_837_831_520_251, 6)]
    [DataRow(new long[] { long.MinValue + 8, long.MinValue + 14, long.MinValue + 20 }, -9_223_369_837_831_520_256, 6)]
    public void Of_WholeNumbers_HasTheirGreatestCommonDivisorAndNoOriginOfTheirs(long[] values, long origin, long unit)
    {
        var grid = ValueGrid.Of(values);

        Assert.AreEqual(new ValueGrid(true, origin, unit, 0), grid);
        foreach (var value in values) Assert.AreEqual((value - origin) / unit, grid.PointOf(value));
    }

    [TestMethod]
    public void Of_Dates_IsADayWhereTheyHaveNoTime()
    {
        var days = Enumerable.Range(0, 50).Select(day => new DateTime(2024, 2, 20).AddDays(3 * day).Ticks).ToList();

        Assert.AreEqual(new ValueGrid(true, 2 * TimeSpan.TicksPerDay, 3 * TimeSpan.TicksPerDay, 0), ValueGrid.Of(days));
    }

    [TestMethod]
    public void Of_SpanThatDoublesCannotCount_IsCoarserAndInside()
    {
        long[] values = [long.MinValue, -12_345_678_901, 0, 3, 1L << 60, long.MaxValue];

        var grid = ValueGrid.Of(values);

        var before = double.NegativeInfinity;
        foreach (var value in values)
        {
            var point = grid.PointOf(value);
            Assert.IsTrue(point >= before && Math.Abs(point) <= 1L << 53 && point == Math.Floor(point), $"{value} has point {point}.");
            var back = (Int128)grid.Origin + (Int128)point * grid.Unit;
            Assert.IsTrue(back <= value && value - back < grid.Unit, $"{value} comes back as {back}.");
            before = point;
        }
        Assert.AreEqual(1L << 12, grid.Unit);
    }

    [TestMethod]
    [DataRow(new[] { 1.0, -7, 3e9 }, false, 0)]
    [DataRow(new[] { 0.1, 2.25, double.NaN, -3 }, false, 2)]
    [DataRow(new[] { 1e-6, 5 }, false, 6)]
    [DataRow(new double[] { 0.1f, 2.25f, -1234.5f }, true, 2)]
    public void Of_NumbersOfFewDecimals_CountsThem(double[] values, bool isSingle, int decimals)
    {
        var grid = ValueGrid.Of(values, isSingle);

        Assert.AreEqual(new ValueGrid(true, 0, 1, decimals), grid);
        foreach (var value in values.Where(value => !double.IsNaN(value)))
        {
            var back = grid.PointOf(value) / Math.Pow(10, decimals);
            Assert.AreEqual(value, isSingle ? (float)back : back);
        }
    }

    [TestMethod]
    [DataRow(new[] { 1.0, 0.30000000000000004 }, false)]
    [DataRow(new[] { 1e-7 }, false)]
    [DataRow(new[] { 1e300, 1 }, false)]
    [DataRow(new double[] { 0.1f }, false)]                                   // not the double 0.1
    [DataRow(new double[] { 0.1234567f, 7.654321e-3f }, true)]
    public void Of_NumbersOfManyDigits_IsNone(double[] values, bool isSingle)
    {
        var grid = ValueGrid.Of(values, isSingle);

        Assert.AreEqual(ValueGrid.None, grid);
        foreach (var value in values) Assert.AreEqual(value, grid.PointOf(value));
    }
}
