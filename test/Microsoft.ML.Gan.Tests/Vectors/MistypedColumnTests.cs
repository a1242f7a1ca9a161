using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Columns of types that can't be trained on: in a pipeline and in a fit by itself, the same words and the same remedy.</summary>
[TestClass]
public sealed class MistypedColumnTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    [DataRow("Number", "expected Vector<Single>, got Single. Make a vector of it with Concatenate.")]
    [DataRow("Whole", "expected Vector<Single>, got Int32. Convert it to Single with ConvertType, and make a vector of it with Concatenate.")]
    [DataRow("Double", "expected Vector<Single>, got Double. Convert it to Single with ConvertType, and make a vector of it with Concatenate.")]
    [DataRow("Flag", "expected Vector<Single>, got Boolean. Convert it to Single with ConvertType, and make a vector of it with Concatenate.")]
    [DataRow("Doubles", "expected Vector<Single>, got Vector<Double>. Convert it to Single with ConvertType.")]
    [DataRow("Text", "expected Vector<Single>, got String. Make numbers of it, for example with OneHotEncoding or FeaturizeText.")]
    [DataRow("Texts", "expected Vector<Single>, got Vector<String>. Make numbers of it, for example with FeaturizeText.")]
    [DataRow("Key", "expected Vector<Single>, got Key<UInt32>. Make numbers of it with MapKeyToVector.")]
    public void Fit_FeaturesOfAnotherType_NamesTheTransform(string column, string message) =>
        AssertRefused($"Schema mismatch for feature column '{column}': {message}", new() { FeatureColumnName = column });

    [TestMethod]
    [DataRow("Text", "got String. Map the label to keys, for example with MapValueToKey.")]
    [DataRow("Whole", "got Int32. Map the label to keys, for example with MapValueToKey.")]
    [DataRow("Unsigned", "got UInt32. Map the label to keys, for example with MapValueToKey.")]
    [DataRow("Flag", "got Boolean. Map the label to keys, for example with MapValueToKey.")]
    [DataRow("SmallKey", "got Key<Byte>. Map the label to keys, for example with MapValueToKey.")]
    public void Fit_LabelsOfAnotherType_NamesTheTransform(string column, string message) =>
        AssertRefused($"Schema mismatch for label column '{column}': expected Key<UInt32>, {message}", new() { LabelColumnName = column });

    [TestMethod]
    public void Fit_KeyBeyondItsType_IsNotSimplyCalledMissing()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Unsigned)].ColumnType = new KeyDataViewType(typeof(uint), 2);
        var rows = MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 8).Select(row => new Row { Unsigned = (uint)row }).ToList(), schema);

        var failure = Assert.ThrowsExactly<ArgumentException>(
            () => MLContext.Gan().Train(rows, new() { LabelColumnName = nameof(Row.Unsigned), MaxRounds = 1 }));

        Assert.AreEqual(
            "Row 3 of column 'Unsigned' must have a key from 1 to 2, but had none: the class is missing, or unknown to the column's type. Drop " +
            "such rows, or give them a class of their own.", failure.Message);
    }

    private static void AssertRefused(string message, GanTrainer.Options options)
    {
        var loaded = MLContext.Data.LoadFromEnumerable(Enumerable.Range(0, 8).Select(_ => new Row()).ToList());
        var keys = MLContext.Transforms.Conversion.MapValueToKey("Key", "Text")
            .Append(MLContext.Transforms.Conversion.ConvertType("SmallKey", "Key", DataKind.Byte)).Fit(loaded).Transform(loaded);

        var alone = Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(keys, options)).Message;
        var inPipeline = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => MLContext.Transforms.CopyColumns("Copy", "Text").Append(MLContext.Gan().Train(options)).Fit(keys)).Message;

        Assert.AreEqual(message, WithoutCounts(alone));
        Assert.AreEqual($"{message} (Parameter 'inputSchema')", inPipeline);
    }

    /// <summary>A type without its vector's length and its keys' count, which a pipeline does not know.</summary>
    private static string WithoutCounts(string message) => System.Text.RegularExpressions.Regex.Replace(message, @", \d+(-\d+)?>", ">");

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [1, 2];

        public float Number { get; set; }

        public int Whole { get; set; }

        public double Double { get; set; }

        public bool Flag { get; set; }

        public uint Unsigned { get; set; }

        public string Text { get; set; } = "a";

        [VectorType(2)]
        public double[] Doubles { get; set; } = [1, 2];

        [VectorType(2)]
        public string[] Texts { get; set; } = ["a", "b"];
    }
}
