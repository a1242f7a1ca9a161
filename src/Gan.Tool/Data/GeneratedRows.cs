using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data;

/// <summary>A generator's rows as plain values, made as they are read.</summary>
internal static class GeneratedRows
{
    private const string LabelColumn = "Label";
    private const string SampleColumn = "Sample";

    /// <summary>Each row's class (null if there are no classes) and sample.</summary>
    public static IEnumerable<(string? Label, float[] Sample)> Read(IDataView rows, IReadOnlyList<string> classNames)
    {
        var samples = rows.GetColumn<float[]>(SampleColumn);
        return classNames.Count == 0
            ? samples.Select(sample => ((string?)null, sample))
            : rows.GetColumn<uint>(LabelColumn).Zip(samples, (key, sample) => ((string?)classNames[(int)key - 1], sample));
    }

    /// <summary>The names of the values: Label, if there are classes, then the sample's slots by their names, or by their numbers from 1.</summary>
    public static IEnumerable<string> ColumnNames(DataViewSchema schema)
    {
        var sample = schema[SampleColumn];
        var slots = Enumerable.Range(1, ((VectorDataViewType)sample.Type).Size).Select(slot => $"{SampleColumn}{slot}").ToArray();
        if (sample.HasSlotNames())
        {
            VBuffer<ReadOnlyMemory<char>> names = default;
            sample.GetSlotNames(ref names);
            slots = [.. names.DenseValues().Select(name => name.ToString())];
        }
        return schema.GetColumnOrNull(LabelColumn) is null ? slots : slots.Prepend(LabelColumn);
    }
}
