using Gan.Tool.Reporting;

namespace Gan.Tool.Tests.Reporting;

[TestClass]
public sealed class SampleCsvTests
{
    [TestMethod]
    public void WriteRow_TextThatNeedsQuotes_IsQuoted()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var csv = new SampleCsv(writer);

        csv.WriteHeader(["Label", "width, cm"]);
        csv.WriteRow("a \"b\"", [1.5f, -2e-8f]);
        csv.WriteRow(null, [0.1f]);

        Assert.AreEqual("Label,\"width, cm\"\n\"a \"\"b\"\"\",1.5,-2E-08\n0.1\n", writer.ToString());
    }
}
