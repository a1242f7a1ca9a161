using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Rows;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Rows;

[TestClass]
public sealed class TableBatchesTests
{
    private const int Rows = 600;

    private static readonly EncodedRows Table = TestTables.Learn(TestTables.EveryType(Rows));
    private static readonly TableSchema Schema = Table.Schema;

    [TestMethod]
    public void Encode_EveryRow_HasTheOneHotsOfItsCells()
    {
        using var scope = NewDisposeScope();
        var (encoded, condition) = Encode(ones(Rows, Schema.Choices.Count));

        Assert.AreEqual(Schema.Layout.RowWidth, encoded.GetLength(1));
        Assert.AreEqual(Schema.Layout.ConditionWidth, condition.GetLength(1));
        for (var row = 0; row < Rows; row++)
        {
            foreach (var (choice, index) in Schema.Choices.Select((choice, index) => (choice, index)))
            {
                for (var slot = 0; slot < choice.Size; slot++)
                {
                    var expected = Table.Slots[index][row] == slot ? 1f : 0f;
                    if (index < Schema.MadeChoices) Assert.AreEqual(expected, encoded[row, choice.Offset + slot], $"row {row}, choice {index}");
                    Assert.AreEqual(expected, condition[row, Schema.Choices.Count + choice.Offset + slot], $"row {row}, choice {index}");
                }
            }
        }
    }

    [TestMethod]
    public void Encode_NothingGiven_HasAnEmptyCondition()
    {
        using var scope = NewDisposeScope();

        Assert.IsTrue(Encode(zeros(Rows, Schema.Choices.Count)).Condition.Cast<float>().All(value => value == 0));
    }

    [TestMethod]
    public void Encode_Twice_DrawsRanksAnewWithinTheirIntervals()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        using var batches = Batches(noise);
        var (first, second) = (Encode(batches, zeros(Rows, Schema.Choices.Count)).Encoded,
            Encode(batches, zeros(Rows, Schema.Choices.Count)).Encoded);

        var different = 0;
        foreach (var number in Schema.Numbers)
        {
            for (var row = 0; row < Rows; row++)
            {
                var values = new[] { first, second }.Select(encoded => encoded[row, Schema.Layout.MadeSlots + number.Index]).ToArray();
                if (!Table.IsThere(number, row))
                {
                    CollectionAssert.AreEqual(new float[] { 0, 0 }, values);
                    continue;
                }
                if (values[0] != values[1]) different++;
                foreach (var rank in values.Select(value => 0.5 + 0.5 * special.erf(tensor(value * Math.Sqrt(0.5))).ToDouble()))
                {
                    Assert.IsTrue(
                        rank >= Math.Min(Table.Low[number.Index][row], 1 - 2e-4) - 1e-5
                            && rank <= Math.Max(Table.High[number.Index][row], 2e-4) + 1e-5,
                        $"{number.Column}: {rank} must be in [{Table.Low[number.Index][row]}, {Table.High[number.Index][row]}].");
                }
            }
        }
        Assert.IsGreaterThan(Rows * Schema.Layout.NumberCount / 2, different);
    }

    [TestMethod]
    public void Next_Batch_IsHalfUnconditionedAndMeetsItsConditions()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        using var batches = Batches(noise, batchSize: 80);

        for (var draw = 0; draw < 5; draw++)
        {
            var batch = batches.Next();
            var (encoded, condition) = (ToArray(batch.Rows), ToArray(batch.Condition!));
            Assert.AreEqual(80, encoded.GetLength(0));
            for (var row = 0; row < 80; row++)
            {
                var flags = Enumerable.Range(0, Schema.Choices.Count).Count(choice => condition[row, choice] == 1);
                if (row < 40) Assert.AreEqual(0, flags);
                else Assert.IsGreaterThan(0, flags);
                Assert.AreEqual(
                    flags, Enumerable.Range(0, Schema.Layout.SlotCount).Sum(slot => condition[row, Schema.Choices.Count + slot]),
                        "Each choice that is given has one slot.");
                for (var slot = 0; slot < Schema.Layout.MadeSlots; slot++)
                    if (condition[row, Schema.Choices.Count + slot] == 1) Assert.AreEqual(1, encoded[row, slot]);
            }
        }
    }

    [TestMethod]
    public void Next_NoConditionedShareOrNothingToGive_HasNoConditions()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var numbers = TestTables.Learn(new TestTable(100).Add("A", row => row * 1.5).Add("B", row => row * row));
        using var free = Batches(noise, conditionedShare: 0);
        using var ofNumbers = new TableBatches(numbers, [.. Enumerable.Range(0, 100)], 50, 0.5, noise, CPU);

        Assert.AreEqual(0, free.Next().Condition!.sum().ToDouble());
        var batch = ofNumbers.Next();
        CollectionAssert.AreEqual(new long[] { 50, 2 }, batch.Rows.shape);
        CollectionAssert.AreEqual(new long[] { 50, 0 }, batch.Condition!.shape);
    }

    private static TableBatches Batches(NoiseSource noise, int batchSize = 64, double conditionedShare = 0.5) =>
        new(Table, [.. Enumerable.Range(0, Rows)], batchSize, conditionedShare, noise, CPU);

    private static (float[,] Encoded, float[,] Condition) Encode(Tensor flags)
    {
        using var noise = TestTables.Noise();
        using var batches = Batches(noise);
        return Encode(batches, flags);
    }

    private static (float[,] Encoded, float[,] Condition) Encode(TableBatches batches, Tensor flags)
    {
        var batch = batches.Encode(arange(Rows), flags);
        return (ToArray(batch.Rows), ToArray(batch.Condition!));
    }

    private static float[,] ToArray(Tensor values) => (float[,])values.contiguous().data<float>().ToNDArray();
}
