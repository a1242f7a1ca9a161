namespace Microsoft.ML.Gan.Tests.Schedules;

[TestClass]
public sealed class GanScheduleTests
{
    [TestMethod]
    [DataRow(0, 3)]
    [DataRow(0.5, 2)]
    [DataRow(1, 1)]
    public void Cosine_HalfWay_IsTheMean(double progress, double expected) => Assert.AreEqual(expected, GanSchedule.Cosine(3, 1).At(progress), 1e-12);

    [TestMethod]
    [DataRow(0, 100)]
    [DataRow(0.25, 10)]
    [DataRow(0.5, 1)]
    [DataRow(0.9, 1)]
    public void Geometric_OverHalfTheFit_FallsByAFactorAndStays(double progress, double expected) =>
        Assert.AreEqual(expected, GanSchedule.Geometric(100, 1, over: 0.5).At(progress), 1e-9);

    [TestMethod]
    public void Number_AsASchedule_Stays()
    {
        GanSchedule schedule = 0.3;

        Assert.AreEqual(0.3, schedule.At(0));
        Assert.AreEqual(0.3, schedule.At(1));
        Assert.AreEqual("0.3", schedule.ToString());
    }
}
