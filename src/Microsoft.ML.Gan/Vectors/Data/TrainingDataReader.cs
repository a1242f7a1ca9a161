using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Reads and checks training data in one pass over an <see cref="IDataView"/>.</summary>
/// <param name="featureColumnName">The column of vectors.</param>
/// <param name="labelColumnName">The key column of classes; null for none.</param>
/// <param name="sampleShape">The shape of a row; null for the column's own dimensions.</param>
internal sealed class TrainingDataReader(string featureColumnName, string? labelColumnName, IReadOnlyList<int>? sampleShape)
{
    private const int FirstRows = 64;

    /// <summary>What a row takes beside its values: a class, and a place in the order of rows.</summary>
    private const int PlaceBytes = 32;

    /// <summary>Reads all rows, and keeps those that there is room for.</summary>
    /// <param name="data">The data view.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="memoryLimit">The bytes that the rows may take.</param>
    /// <param name="isHashed">Whether hashes of all values and classes are asked for.</param>
    /// <exception cref="ArgumentException">The columns are missing or of other types, or a row can't be trained on.</exception>
    public TrainingData Read(IDataView data, CancellationToken cancellationToken, long memoryLimit = long.MaxValue, bool isHashed = false)
    {
        var source = RowSource.Of(data, featureColumnName, labelColumnName);
        using var cursor = source.Open();
        if (!cursor.Read(out var values, out var @class)) throw new ArgumentException("The training data must have rows, but it is empty.");

        var shape = SampleShape(source.Features, cursor.Width);
        var statistics = source.Features.Format.CreateStatistics(FeatureScaling.SlotsOf(shape));
        var (first, held) = (new RowStore(values.Length), new RowStore(values.Length));
        var room = memoryLimit / (values.Length + PlaceBytes);
        var classCounts = new long[source.Label?.ClassNames.Count ?? 1];
        using var hashes = isHashed ? new RowHashes() : null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            statistics.Add(values);
            classCounts[@class]++;
            hashes?.Add(values, source.Label is null ? null : @class);
            if (first.Count < FirstRows) first.Add(values, @class);
            if (held.Count < room && held.Count == cursor.Row - 1) held.Add(values, @class);
        }
        while (cursor.Read(out values, out @class));

        var schema = new SampleSchema { Shape = shape, SlotNames = source.Features.SlotNames(cursor.Width) };
        if (source.Label is { } label)
        {
            var frequencies = Array.ConvertAll(classCounts, count => (double)count / cursor.Row);
            schema = schema with { ClassNames = label.ClassNames, ClassFrequencies = frequencies };
        }
        return new()
        {
            Schema = schema,
            RowCount = cursor.Row,
            Statistics = statistics,
            Source = source,
            First = first,
            Held = held,
            Hashes = hashes?.Read(),
        };
    }

    private IReadOnlyList<int> SampleShape(FeatureColumn features, int width)
    {
        if (sampleShape is not { } shape) return features.Dimensions ?? [width];
        if (shape.Product() == width) return shape;
        throw new ArgumentException(
            $"SampleShape must have as many elements as a row of '{features.Column.Name}', {width}, but [{string.Join(", ",
                shape)}] has {shape.Product()}.");
    }
}
