using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Data;

/// <summary>Reads and checks training data in one pass over an <see cref="IDataView"/>.</summary>
internal sealed class TrainingDataReader(GanTrainer.Options options)
{
    private const int RowsAtFirst = 1024;

    /// <exception cref="ArgumentException">The columns are missing or of other types, or a row can't be trained on.</exception>
    public TrainingData Read(IDataView data, CancellationToken cancellationToken)
    {
        var features = FeatureColumn.Find(data.Schema, options.FeatureColumnName);
        var label = options.LabelColumnName is { } labelName ? LabelColumn.Find(data.Schema, labelName) : null;
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
        CheckRowCount(rows.Count, options.For(shape, rows.Count).BatchSize);

        return new TrainingData
        {
            Values = rows.ToArray(),
            RowCount = rows.Count,
            SampleShape = shape,
            SlotNames = features.SlotNames(rows.Width),
            Classes = [.. classes],
            ClassNames = label?.ClassNames ?? [],
        };
    }

    private void CheckRowCount(int count, int batchSize)
    {
        if (count == 0) throw new ArgumentException("The training data must have rows, but it is empty.");
        if (count < batchSize)
        {
            var lower = options.PackSize > 1 ? $"{nameof(options.BatchSize)} or {nameof(options.PackSize)}" : nameof(options.BatchSize);
            throw new ArgumentException(
                $"The training data must have at least {nameof(options.BatchSize)} ({batchSize}) rows, but had {count}. {(count < 2 ? "Add rows" : $"Lower {lower}")}.");
        }
    }

    private IReadOnlyList<int> SampleShape(FeatureColumn features, int width)
    {
        if (options.SampleShape is not { } shape) return features.Dimensions ?? [width];
        if (shape.Product() == width) return shape;
        throw new ArgumentException(
            $"{nameof(options.SampleShape)} must have as many elements as a row of '{features.Column.Name}', {width}, but [{string.Join(", ", shape)}] has {shape.Product()}.");
    }
}
