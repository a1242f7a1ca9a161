using Microsoft.ML.Data;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Reads and checks training data in one pass over an <see cref="IDataView"/>.</summary>
/// <param name="featureColumnName">The column of vectors.</param>
/// <param name="labelColumnName">The key column of classes; null for none.</param>
/// <param name="sampleShape">The shape of a row; null for the column's own dimensions.</param>
internal sealed class TrainingDataReader(string featureColumnName, string? labelColumnName, IReadOnlyList<int>? sampleShape)
{
    private const int RowsAtFirst = 1024;

    /// <exception cref="ArgumentException">The columns are missing or of other types, or a row can't be trained on.</exception>
    public TrainingData Read(IDataView data, CancellationToken cancellationToken)
    {
        var features = FeatureColumn.Find(data.Schema, featureColumnName);
        var label = labelColumnName is { } labelName ? LabelColumn.Find(data.Schema, labelName) : null;
        using var cursor = data.GetRowCursor(label is null ? [features.Column] : [features.Column, label.Column]);
        var rows = new RowBuffer(features, data.GetRowCount() ?? RowsAtFirst);
        var classes = new List<long>();
        var getFeatures = cursor.GetGetter<VBuffer<float>>(features.Column);
        var getLabel = label?.Getter(cursor);
        VBuffer<float> vector = default;
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            getFeatures(ref vector);
            rows.Add(vector);
            if (getLabel is not null) classes.Add(label!.ClassOf(getLabel(), rows.Count));
        }
        var shape = SampleShape(features, rows.Width);
        if (rows.Count == 0) throw new ArgumentException("The training data must have rows, but it is empty.");

        var schema = new SampleSchema { Shape = shape, SlotNames = features.SlotNames(rows.Width) };
        if (label is not null)
            schema = schema with { ClassNames = label.ClassNames, ClassFrequencies = Frequencies(classes, label.ClassNames.Count) };
        return new TrainingData { Schema = schema, RowCount = rows.Count, Values = rows.ToArray(), Classes = [.. classes] };
    }

    private static double[] Frequencies(List<long> classes, int classCount)
    {
        var counts = new double[classCount];
        foreach (var key in classes) counts[key]++;
        return Array.ConvertAll(counts, count => count / classes.Count);
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
