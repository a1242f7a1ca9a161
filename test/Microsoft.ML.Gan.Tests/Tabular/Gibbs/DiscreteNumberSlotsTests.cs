using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Rows;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

[TestClass]
public sealed class DiscreteNumberSlotsTests
{
    [TestMethod]
    public void Call_EncodedRows_FindsEachCommonValueAndNothingElse()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var encoding = TestTables.Encode(TestTables.Doses());
        var count = encoding.Table.RowCount;
        using var batches = new TableBatches(encoding, [.. Enumerable.Range(0, count)], 64, 0, noise, CPU);      // ranks anywhere in their intervals
        using var slots = new DiscreteNumberSlots(encoding);

        var found = (float[,])slots.call(batches.Encode(arange(count), zeros(count, encoding.Choices.Count)).Rows).data<float>().ToNDArray();

        foreach (var common in encoding.DiscreteNumbers)
            for (var row = 0; row < count; row++)
                for (var slot = 0; slot < common.Choice.Size; slot++)
                    Assert.AreEqual(common.Choice.Slots[row] == slot ? 1 : 0, found[row, common.Choice.Offset - encoding.MadeSlots + slot], $"{common.Number.Column.Name}, row {row}");
    }
}
