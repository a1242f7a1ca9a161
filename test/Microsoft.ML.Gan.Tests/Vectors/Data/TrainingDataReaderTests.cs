using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Tests.Vectors.Data;

[TestClass]
public sealed class TrainingDataReaderTests
{
    [TestMethod]
    public void Read_LabelledRows_GivesValuesShapeAndClasses()
    {
        var data = Read(TestRows.Clusters(64), new() { LabelColumnName = "Label", BatchSize = 2 });

        Assert.AreEqual(64, data.RowCount);
        CollectionAssert.AreEqual(new[] { 2 }, data.Schema.Shape.ToArray());
        CollectionAssert.AreEqual(new[] { "high", "low" }, data.Schema.ClassNames.ToArray());
        CollectionAssert.AreEqual(new[] { 0.5, 0.5 }, data.Schema.ClassFrequencies.ToArray());
        for (var row = 0; row < 64; row++)
        {
            Assert.AreEqual(1 - row % 2, data.Held.Class(row));
            Assert.AreEqual(row % 2 == 0 ? -2 : 2, Values(data, row)[0], 0.11);
        }
    }

    [TestMethod]
    public void Read_SparseVectors_FillsInTheZeros()
    {
        var rows = new[] { new Sparse { Features = new VBuffer<float>(4, 1, [5], [2]) },
            new Sparse { Features = new VBuffer<float>(4, 1, [6], [0]) } };

        var data = Read(TestRows.MLContext.Data.LoadFromEnumerable(rows), new() { BatchSize = 2 });

        CollectionAssert.AreEqual(new float[] { 0, 0, 5, 0 }, Values(data, 0));
        CollectionAssert.AreEqual(new float[] { 6, 0, 0, 0 }, Values(data, 1));
    }

    [TestMethod]
    public void Read_SlotNamesOfTheColumn_AreKept()
    {
        var rows = TestRows.MLContext.Data.LoadFromEnumerable(new[] { new { A = 1f, B = 2f }, new { A = 3f, B = 4f } });
        var view = TestRows.MLContext.Transforms.Concatenate("Features", "A", "B").Fit(rows).Transform(rows);

        CollectionAssert.AreEqual(new[] { "A", "B" }, Read(view, new() { BatchSize = 2 }).Schema.SlotNames.ToArray());
    }

    [TestMethod]
    public void Read_ValueThatIsNotFinite_NamesRowColumnAndValue()
    {
        AssertRefused(
            "Row 3 of column 'Features' must have finite values only, but had NaN. Replace or drop such rows, for example with ReplaceMissingValues.",
            TestRows.Vectors([1, 2], [3, 4], [5, float.NaN]));
        AssertRefused(
            "Row 1 of column 'Features' must have finite values only, but had Infinity. Replace or drop such rows, for example with " +
            "ReplaceMissingValues.",
            TestRows.Vectors([float.PositiveInfinity, 2], [3, 4]));
    }

    [TestMethod]
    public void Read_VectorsOfChangingLength_NamesTheRow() => AssertRefused(
        "Row 2 of column 'Features' must have 2 values as row 1 has, but had 3. Make all vectors of one length.",
            TestRows.Vectors([1, 2], [3, 4, 5]));

    [TestMethod]
    public void Read_EmptyData_SaysSo() =>
        AssertRefused("The training data must have rows, but it is empty.", TestRows.Vectors());

    [TestMethod]
    public void Read_FewerRowsThanABatch_SaysHowMany() => AssertRefused(
        "The training data must have at least BatchSize (64) rows, but had 2. Lower BatchSize.", TestRows.Vectors([1, 2], [3, 4]),
            new() { BatchSize = 64 });

    [TestMethod]
    public void Read_ShapeOfAnotherSize_NamesBoth() => AssertRefused(
        "SampleShape must have as many elements as a row of 'Features', 2, but [1, 8, 8] has 64.", TestRows.Vectors([1, 2], [3, 4]),
            new() { BatchSize = 2, SampleShape = [1, 8, 8] });

    [TestMethod]
    public void Read_MissingColumn_ListsThoseThereAre() => AssertRefused(
        "Could not find feature column 'Pixels'. The columns are: 'Features'.", TestRows.Vectors([1, 2], [3, 4]),
            new() { FeatureColumnName = "Pixels" });

    [TestMethod]
    public void Read_ColumnOfAnotherType_IsASchemaMismatch()
    {
        AssertRefused(
            "Schema mismatch for feature column 'Class': expected Vector<Single>, got String. Make numbers of it, for example with " +
            "OneHotEncoding or FeaturizeText.", TestRows.Clusters(),
                new() { FeatureColumnName = "Class" });
        AssertRefused(
            "Schema mismatch for label column 'Class': expected Key<UInt32>, got String. Map the label to keys, for example with MapValueToKey.",
            TestRows.Clusters(), new() { LabelColumnName = "Class" });
    }

    [TestMethod]
    public void Read_MissingKey_NamesTheRow()
    {
        var ml = TestRows.MLContext;
        var known = TestRows.Clusters(4);
        var keys = ml.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(known);
        var unknown = ml.Data.LoadFromEnumerable(new[]
        {
            new TestRows.LabeledPoint { Features = [1, 2], Class = "low" }, new TestRows.LabeledPoint { Features = [1, 2], Class = "unheard of" },
        });

        AssertRefused(
            "Row 2 of column 'Label' must have a key from 1 to 2, but had none: the class is missing, or unknown to the column's type. Drop such " +
            "rows, or give them a class of their own.",
            keys.Transform(unknown), new() { LabelColumnName = "Label", BatchSize = 2 });
    }

    private static TrainingData Read(IDataView data, GanTrainer.Options options) =>
        new TrainingDataReader(options.FeatureColumnName, options.LabelColumnName, options.SampleShape).Read(data, default);

    private static float[] Values(TrainingData data, long row) => MemoryMarshal.Cast<byte, float>(data.Held.Values(row)).ToArray();

    private static void AssertRefused(string message, IDataView data, GanTrainer.Options? options = null)
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(data, options ?? new() { BatchSize = 2 }));

        Assert.AreEqual(message, failure.Message);
    }

    private sealed class Sparse
    {
        [VectorType(4)]
        public VBuffer<float> Features { get; set; }
    }
}
