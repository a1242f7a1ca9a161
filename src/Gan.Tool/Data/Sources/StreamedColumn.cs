using System.Data.Common;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.Data.Analysis;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Sources;

/// <summary>What becomes of a column whose cells are read one by one: values of one type, which does for cells that nobody has seen yet.</summary>
internal abstract class StreamedColumn
{
    /// <value>The type of the values.</value>
    public abstract DataViewType Type { get; }

    /// <summary>What reads the value of the row that a reader is at: a function without arguments.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="place">Where the column is in its rows.</param>
    public abstract Delegate Reader(DbDataReader reader, int place);

    /// <summary>A column in memory as one of the same values.</summary>
    public abstract DataFrameColumn Converted(DataFrameColumn column);
}

/// <param name="type">The type of the values.</param>
/// <param name="style">How the column is written, by some of its rows.</param>
/// <param name="valueOf">The value's text of a cell's; null where it is missing.</param>
/// <param name="convert">A value of a column in memory as one of these; null where it is missing.</param>
/// <param name="column">A column in memory of such values.</param>
/// <param name="plain">Reads a cell that is there, without its text; null if its text must be read.</param>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class StreamedColumn<T>(
    DataViewType type, ColumnStyle style, Func<string, ColumnStyle, string?> valueOf, Func<object?, T> convert,
    Func<string, IEnumerable<T>, DataFrameColumn> column, Func<DbDataReader, int, Func<T>>? plain = null) : StreamedColumn
{
    private const int MostKnown = 1 << 16;                            // texts whose values are at hand

    public override DataViewType Type => type;

    public override Delegate Reader(DbDataReader reader, int place)
    {
        var missing = convert(null);
        if (plain?.Invoke(reader, place) is { } read) return () => reader.IsDBNull(place) ? missing : read();
        var known = new Dictionary<string, T>();
        return () =>
        {
            if (reader.IsDBNull(place)) return missing;
            var text = CellTexts.Of(reader.GetValue(place), style.Stored!.Kind);
            if (known.TryGetValue(text, out var value)) return value;
            if (known.Count == MostKnown) known.Clear();
            return known[text] = ValueOf(text);
        };
    }

    public override DataFrameColumn Converted(DataFrameColumn from) => column(from.Name, from.Cast<object?>().Select(convert));

    private T ValueOf(string text)
    {
        var value = valueOf(text, style);
        if (value is not null && !style.Form.CanRead(value))
            throw new InvalidDataException(
                $"Column '{style.Name}' must be of {style.Form.Kind.ToLowerInvariant()} in all rows, as in those that were looked at first, " +
                $"but has '{text}'. Say what it is by --form, or leave it out by --ignore \"{style.Name}\".");
        return convert(style.Form.Read(style.Name, new ColumnCells([value], [0]))[0]);
    }
}
