namespace Gan.Onnx.Tests.Values;

[TestClass]
public sealed class QuantityTests
{
    [TestMethod]
    [DataRow(new[] { 1000000000.0000043, 1000000000.0000098 }, new[] { "1000000000", "1000000000.00001" })]
    [DataRow(new[] { 1000000000.0, 2000000000.0 }, new[] { "1,000,000,000", "2,000,000,000" })]
    [DataRow(new[] { 5.00001, 5.00002, 5.00001 }, new[] { "5.00001", "5.00002", "5.00001" })]
    [DataRow(new[] { 0.1, 0.30000000000000004, 0.3 }, new[] { "0.10000000000000001", "0.30000000000000004", "0.29999999999999999" })]
    [DataRow(new[] { 1.5, -0.0 }, new[] { "1.5", "0" })]
    [DataRow(new[] { 7.0, 7.0 }, new[] { "7", "7" })]
    public void Figures_Numbers_AreAsShortAsTellsThemApart(double[] values, string[] expected) =>
        CollectionAssert.AreEqual(expected, Quantity.Number.Figures(values));

    [TestMethod]
    public void Figures_DatesOfOneDay_HaveTheirTimes()
    {
        var (first, later) = (new DateTime(2024, 3, 1, 8, 0, 0).Ticks, new DateTime(2024, 3, 1, 9, 30, 0).Ticks);
        var next = new DateTime(2024, 3, 2).Ticks;

        CollectionAssert.AreEqual(new[] { "2024-03-01", "2024-03-02" }, Quantity.OfDates().Figures(first, next));
        CollectionAssert.AreEqual(new[] { "2024-03-01 08:00", "2024-03-01 09:30" }, Quantity.OfDates().Figures(first, later));
        CollectionAssert.AreEqual(new[] { "2024-03-01 08:00:00", "2024-03-01 08:00:05" }, Quantity.OfDates().Figures(first, first + 50_000_000));
    }
}
