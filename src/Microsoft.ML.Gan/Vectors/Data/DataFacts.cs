using System.Globalization;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>What the rows of vectors or images are: a checkpoint goes on only with the same.</summary>
internal static class DataFacts
{
    /// <summary>What rows of one fit must have in common with those of another that it begins with.</summary>
    public static IEnumerable<(string Name, string Value)> FormOf(TrainingData data) =>
    [
        ("the shape of a sample", string.Join(" x ", data.Schema.Shape)),
        ("the names of the classes", string.Join(", ", data.Schema.ClassNames)),
    ];

    /// <summary>All that is known of rows whose hashes were asked for.</summary>
    public static IEnumerable<(string Name, string Value)> Of(TrainingData data) =>
    [
        .. FormOf(data),
        ("the number of rows", data.RowCount.ToString(CultureInfo.InvariantCulture)),
        ("the rows' values", data.Hashes!.Value.Values),
        ("the rows' classes", data.Hashes.Value.Classes),
    ];
}
