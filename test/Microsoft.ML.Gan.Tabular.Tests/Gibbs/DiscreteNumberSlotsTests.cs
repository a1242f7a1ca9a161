using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Tabular.Tables;
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
        var rows = TestTables.Learn(TestTables.Doses());
        var (schema, count) = (rows.Schema, rows.Count);
        using var batches = new TableBatches(rows, [.. Enumerable.Range(0, count)], 64, 0, noise, CPU);      // ranks anywhere in their intervals
        using var slots = new DiscreteNumberSlots(schema);

        var found = (float[,])slots.call(batches.Encode(arange(count), zeros(count, schema.Choices.Count)).Rows).data<float>().ToNDArray();

        foreach (var discrete in schema.DiscreteNumbers)
        {
            var values = ((NumberColumn)TestTables.Read(TestTables.Doses()).Find(schema.Numbers[discrete.Number].Column)).Points;
            for (var row = 0; row < count; row++)
                foreach (var (slot, value) in discrete.Values.Index())
                    Assert.AreEqual(values[row] == value.Value
                        ? 1
                        : 0, found[row, discrete.Choice.Offset - schema.Layout.MadeSlots + slot], $"number {discrete.Number}, row {row}");
        }
    }
}
