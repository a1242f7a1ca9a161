using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The class column beside the latent vectors of a class-conditional generator.</summary>
internal sealed class LatentLabels
{
    private readonly Func<long, uint> _keyOf;

    private LatentLabels(string columnName, IReadOnlyList<string> classNames, Func<long, uint> keyOf)
    {
        ColumnName = columnName;
        ColumnType = new KeyDataViewType(typeof(uint), classNames.Count);
        Annotations = TextAnnotations.KeyValues(classNames);
        _keyOf = keyOf;
    }

    public string ColumnName { get; }

    public KeyDataViewType ColumnType { get; }

    public DataViewSchema.Annotations Annotations { get; }

    /// <summary>Every row of one class.</summary>
    public static LatentLabels One(string columnName, IReadOnlyList<string> classNames, int classIndex) =>
        new(columnName, classNames, _ => (uint)classIndex + 1);

    /// <summary>A key value for each row.</summary>
    public static LatentLabels Given(string columnName, IReadOnlyList<string> classNames, ReadOnlyMemory<uint> keys) =>
        new(columnName, classNames, row => keys.Span[(int)row]);

    /// <summary>Each row's class drawn by the classes' frequencies, by the inverse of their distribution function.</summary>
    public static LatentLabels Drawn(string columnName, IReadOnlyList<string> classNames, IReadOnlyList<double> frequencies, LatentSource source)
    {
        var cumulative = new double[frequencies.Count];
        var total = 0.0;
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] = total += frequencies[i];
        var last = frequencies.Count;
        while (frequencies[last - 1] == 0) last--;
        return new(columnName, classNames, row =>
        {
            var point = source.Uniform(row) * total;
            var index = 0;
            while (index < last - 1 && point >= cumulative[index]) index++;
            return (uint)index + 1;
        });
    }

    /// <summary>The key value, 1 for the first class, of a row.</summary>
    public uint KeyOf(long row) => _keyOf(row);
}
