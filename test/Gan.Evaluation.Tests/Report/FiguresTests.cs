using Gan.Evaluation.Report;

namespace Gan.Evaluation.Tests.Report;

[TestClass]
public sealed class FiguresTests
{
    [TestMethod]
    [DataRow(-0.0004, "0.000")]                                                // not -0.000
    [DataRow(-0.0, "0.000")]
    [DataRow(-0.0006, "-0.001")]
    [DataRow(0.12349, "0.123")]
    [DataRow(null, "not measured")]
    public void Score_Number_HasThreeDecimals(double? score, string expected) => Assert.AreEqual(expected, Figures.Score(score));

    [TestMethod]
    [DataRow(0, "0 %")]
    [DataRow(1 / 26_048.0, "0.004 %")]
    [DataRow(1e-6, "0.0001 %")]                                                // never a copy that reads as none
    [DataRow(0.00512, "0.5 %")]
    [DataRow(0.9973, "99.7 %")]
    [DataRow(0.99999, "99.9 %")]                                               // never all, if one is missing
    [DataRow(1, "100 %")]
    public void Share_SomeOfTheRows_ReadsAsSome(double share, string expected) => Assert.AreEqual(expected, Figures.Share(share));
}
