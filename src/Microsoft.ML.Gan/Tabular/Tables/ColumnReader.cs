using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Takes in a column's values row by row, and finds the role that they have.</summary>
internal abstract class ColumnReader(ColumnSchema schema)
{
    /// <summary>A column of numbers with at most so many different ones is taken for one of categories.</summary>
    protected const int FewValues = 20;

    protected ColumnSchema Schema => schema;

    public abstract void Read();

    /// <summary>The column that was read.</summary>
    /// <param name="role">The role to take; null for what the values look like.</param>
    /// <exception cref="ArgumentException">The column can't have this role.</exception>
    public abstract TableColumn ToColumn(TabularColumnRole? role);

    public static ColumnReader Create(DataViewRow row, DataViewSchema.Column column, ColumnSchema schema) => schema.Type switch
    {
        TabularValueType.Single => new RealReader(schema, Getter<float, double>(row, column, value => value)),
        TabularValueType.Double => new RealReader(schema, Getter<double, double>(row, column, value => value)),
        TabularValueType.Text => new TextReader(schema, Getter<ReadOnlyMemory<char>, ReadOnlyMemory<char>>(row, column, value => value)),
        TabularValueType.SByte => new WholeReader(schema, Getter<sbyte, long>(row, column, value => value)),
        TabularValueType.Int16 => new WholeReader(schema, Getter<short, long>(row, column, value => value)),
        TabularValueType.Int32 => new WholeReader(schema, Getter<int, long>(row, column, value => value)),
        TabularValueType.Int64 => new WholeReader(schema, Getter<long, long>(row, column, value => value)),
        TabularValueType.Byte or TabularValueType.KeyByte => new WholeReader(schema, Getter<byte, long>(row, column, value => value)),
        TabularValueType.UInt16 or TabularValueType.KeyUInt16 => new WholeReader(schema, Getter<ushort, long>(row, column, value => value)),
        TabularValueType.UInt32 or TabularValueType.KeyUInt32 => new WholeReader(schema, Getter<uint, long>(row, column, value => value)),
        TabularValueType.KeyUInt64 => new WholeReader(schema, Getter<ulong, long>(row, column, value => unchecked((long)value))),
        TabularValueType.UInt64 => new WholeReader(schema, Getter<ulong, long>(row, column, ColumnSchema.Ordered)),
        TabularValueType.Boolean => new WholeReader(schema, Getter<bool, long>(row, column, value => value ? 1 : 0)),
        TabularValueType.DateTime => new WholeReader(schema, Getter<DateTime, long>(row, column, value => value.Ticks)),
        _ => new WholeReader(schema, Getter<TimeSpan, long>(row, column, value => value.Ticks)),
    };

    protected ArgumentException Unfit(TabularColumnRole role) => new(
        $"The role of column '{schema.Name}' must fit its type, but {schema.Type} can't be {role}. " +
        $"Use {(schema.IsNominal ? nameof(TabularColumnRole.Categorical) : "another role")}, or leave it to be inferred.");

    /// <summary>Codes in the order of the categories, the commonest first and equals in the order of their first rows.</summary>
    protected CategoryColumn ToCategories<T>(IReadOnlyList<T> values, Func<T, bool> isMissing, Func<T, Category> describe)
        where T : notnull
    {
        var places = new Dictionary<T, int>();
        var counts = new List<int>();
        var codes = new int[values.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            if (isMissing(values[row]))
            {
                codes[row] = CategoryColumn.Missing;
                continue;
            }
            if (!places.TryGetValue(values[row], out var place)) places.Add(values[row], place = places.Count);
            if (place == counts.Count) counts.Add(0);
            counts[place]++;
            codes[row] = place;
        }
        var order = Enumerable.Range(0, counts.Count).OrderByDescending(place => counts[place]).ToArray();
        var codeOf = new int[order.Length];
        for (var code = 0; code < order.Length; code++) codeOf[order[code]] = code;
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] >= 0) codes[row] = codeOf[codes[row]];
        var byPlace = places.ToDictionary(pair => pair.Value, pair => pair.Key);
        return new CategoryColumn(schema, codes, [.. order.Select(place => describe(byPlace[place]) with { Count = counts[place] })]);
    }

    private static Func<TOut> Getter<TIn, TOut>(DataViewRow row, DataViewSchema.Column column, Func<TIn, TOut> convert)
    {
        var getter = row.GetGetter<TIn>(column);
        TIn value = default!;
        return () =>
        {
            getter(ref value);
            return convert(value);
        };
    }
}
