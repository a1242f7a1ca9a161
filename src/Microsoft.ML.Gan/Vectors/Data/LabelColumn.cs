using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The key column that makes a GAN class-conditional.</summary>
internal sealed class LabelColumn
{
    private LabelColumn(DataViewSchema.Column column, IReadOnlyList<string> classNames)
    {
        Column = column;
        ClassNames = classNames;
    }

    public DataViewSchema.Column Column { get; }

    /// <value>The names of the key values 1, 2, ...: the column's own, or the numbers themselves.</value>
    public IReadOnlyList<string> ClassNames { get; }

    /// <exception cref="ArgumentException">There is no such column, or it is not a key column of known count.</exception>
    public static LabelColumn Find(DataViewSchema schema, string name)
    {
        var column = schema.Find("label", name);
        if (column.Type is not KeyDataViewType { Count: > 0 and < int.MaxValue } key || key.RawType != typeof(uint))
        {
            throw SchemaExtensions.Mismatch("label", name, "Key<UInt32>", column.Type, SchemaRemedy.For(
                "label", new KeyDataViewType(typeof(uint), 1), column.Type));
        }
        FileText.RequireName(name);
        var names = Names(column, (int)key.Count);
        foreach (var className in names) FileText.Require(className, $"Each class's name in column '{name}'");
        return new(column, names);
    }

    public Func<uint> Getter(DataViewRow row)
    {
        var getter = row.GetGetter<uint>(Column);
        uint key = 0;
        return () =>
        {
            getter(ref key);
            return key;
        };
    }

    /// <summary>The class, counted from 0, of a key value, counted from 1.</summary>
    public long ClassOf(uint key, long row) => key > 0 && key <= ClassNames.Count
        ? key - 1
        : throw new ArgumentException(
            $"Row {row} of column '{Column.Name}' must have a key from 1 to {ClassNames.Count}, but had {(key == 0 ? "none" : key)}: the class is " +
            "missing, or unknown to the column's type. Drop such rows, or give them a class of their own.");

    private static IReadOnlyList<string> Names(DataViewSchema.Column column, int count) =>
        TextAnnotations.ReadKeyValues(column.Annotations) is { } names && names.Count == count
            ? names
            : [.. Enumerable.Range(1, count).Select(key => key.ToString(CultureInfo.InvariantCulture))];
}
