namespace Microsoft.ML.Gan;

/// <summary>The cells of one row, by their columns' names: what a predicate of one's own reads.</summary>
public sealed class TabularRow
{
    private readonly DataViewRow _row;
    private readonly Dictionary<string, Delegate> _getters = new(StringComparer.Ordinal);

    internal TabularRow(DataViewRow row) => _row = row;

    /// <summary>A cell.</summary>
    /// <typeparam name="T">
    /// The raw type of the column: <see cref="float"/>, <see cref="long"/>, <see cref="DateTime"/>, ...; of texts <see cref="ReadOnlyMemory{T}"/> of
    /// <see cref="char"/>.
    /// </typeparam>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The column is of another type.</exception>
    public T Get<T>(string column)
    {
        if (!_getters.TryGetValue(column, out var known))
        {
            var own = _row.Schema.GetColumnOrNull(column) ?? throw new ArgumentException(global::Gan.Onnx.InputSchema.NotFound(
                "table", column, global::Gan.Onnx.InputSchema.Names(_row.Schema)), nameof(column));
            _getters[column] = known = _row.GetGetter<T>(own);
        }
        var getter = known as ValueGetter<T> ?? throw new InvalidOperationException(
            $"Column '{column}' must be read as one type, but was read as {typeof(T)} and as another. Read it as one.");
        T cell = default!;
        getter(ref cell);
        return cell;
    }

    /// <summary>A cell of a column of texts; empty where missing.</summary>
    /// <param name="column">The column's name.</param>
    public string Text(string column) => Get<ReadOnlyMemory<char>>(column).ToString();
}
