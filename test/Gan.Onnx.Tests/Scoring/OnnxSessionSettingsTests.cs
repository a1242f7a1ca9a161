namespace Gan.Onnx.Tests.Scoring;

[TestClass]
public sealed class OnnxSessionSettingsTests
{
    [TestMethod]
    [DataRow(0, 1, 1)]
    [DataRow(0, 2, 0)]
    [DataRow(0, 64, 0)]
    [DataRow(3, 1, 3)]
    [DataRow(1, 2, 1)]
    public void Threads_OneProcessor_IsOneUnlessTheContextAsksForMore(int asked, int processors, int expected) =>
        Assert.AreEqual(expected, OnnxSessionSettings.Threads(asked, processors));

    [TestMethod]
    public void ToSessionOptions_NoSettings_FollowTheProcessorsOfTheProcess()
    {
        using var options = OnnxSessionSettings.ToSessionOptions(null);

        Assert.AreEqual(Environment.ProcessorCount == 1 ? 1 : 0, options.IntraOpNumThreads);
    }
}
