using Microsoft.ML.Gan.Tabular.Gibbs;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

[TestClass]
public sealed class CellMasksTests
{
    [TestMethod]
    public void Draw_ManyRows_MasksTheAskedCellAndWhatGoesWithOthers()
    {
        const int count = 4000;
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var schema = TestTables.Encode(TestTables.Groups());
        using var masks = new CellMasks(schema, noise, CPU);
        var cells = schema.MadeChoices + schema.Layout.NumberCount;
        var size = schema.Numbers.Single(number => number.Column == "Size");
        var asked = schema.MadeChoices + schema.Numbers.Single(number => number.Column == "Number").Index;

        var masked = (float[,])masks.Draw(eye(cells).narrow(0, asked, 1).expand(count, -1)).data<float>().ToNDArray();

        int[] rows = [.. Enumerable.Range(0, count)];
        double[] shares = [.. rows.Select(row => (Enumerable.Range(0, cells).Sum(cell => masked[row, cell]) - 1) / (cells - 1.0))];
        Assert.IsTrue(rows.All(row => masked[row, asked] == 1));
        Assert.IsTrue(rows.All(row => Enumerable.Range(0, cells).All(cell => masked[row, cell] is 0 or 1)));
        Assert.IsGreaterThan(0.45, shares.Average(share => share == 0 ? 1 : 0), "Half of the rows have no other masked cell.");
        Assert.IsLessThan(0.75, shares.Average(share => share == 0 ? 1 : 0), "The others have any number of them.");
        Assert.IsGreaterThan(0.02, shares.Average(share => share == 1 ? 1 : 0));
        Assert.IsTrue(
            rows.All(row => masked[row, size.Presence!.Value] == 0 || masked[row, schema.MadeChoices + size.Index] == 1),
            "What says that a number is there takes it along.");
    }
}
