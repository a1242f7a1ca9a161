using Gan.Onnx;
using Microsoft.ML;

namespace Gan.Evaluation.Tables;

/// <summary>Gathers the cells of one column, as numbers or as categories.</summary>
/// <remarks>
/// What measures something becomes numbers: numbers, dates, spans of time. Infinity is missing, beside what the type says.
/// Names become categories: texts, Booleans, keys. A key counts by the text behind it, or, where there is none, by its number.
/// </remarks>
internal sealed class ColumnCells
{
    private readonly Func<DataViewRow, Action> _bind;
    private readonly Func<EvaluatedColumn> _toColumn;
    private Action _read = () => { };

    private ColumnCells(DataViewSchema.Column column, Quantity? quantity, Func<DataViewRow, Action> bind, Func<EvaluatedColumn> toColumn)
    {
        Column = column;
        Quantity = quantity;
        _bind = bind;
        _toColumn = toColumn;
    }

    public DataViewSchema.Column Column { get; }

    /// <value>What the numbers measure; null for categories. Columns of one quantity can be compared.</value>
    public Quantity? Quantity { get; }

    /// <summary>The cells of a column of scalars, none of them read; null if it is of something else.</summary>
    public static ColumnCells? Of(DataViewSchema.Column column, CategoryCodes categories) => TabularValues.Of(column) switch
    {
        TextValue text => Categories(column, text, categories, form => form.Span),
        WholeValue { IsNominal: true } name => Categories(column, name, categories, form => name.IsMissing(form) ? "" : name.TextOf(form)),
        WholeValue whole => Numbers(column, whole, whole.Quantity!, whole.ToNumber),
        RealValue real => Numbers(column, real, real.Quantity, form => form),
        _ => null,
    };

    /// <summary>The cells of truth values that another table has in another form: Booleans as 1 and 0, or 1 and 0 as Booleans.</summary>
    /// <param name="column">The column.</param>
    /// <param name="categories">The other table's categories, settled.</param>
    /// <param name="quantity">What the other table's numbers measure; null for categories.</param>
    /// <returns>Null if it can't be read so.</returns>
    public static ColumnCells? OfTruths(DataViewSchema.Column column, CategoryCodes categories, Quantity? quantity) => TabularValues.Of(column) switch
    {
        BooleanValue truth when quantity == Quantity.Number => Numbers(column, truth, Quantity.Number, truth.ToNumber),
        WholeValue { IsDate: false } whole when quantity is null && categories.AreTruths =>
            Categories(column, whole, categories, form => whole.TextOf(form)),
        RealValue real when quantity is null && categories.AreTruths =>
            Categories(column, real, categories, form => double.IsFinite(form) ? real.TextOf(form) : ""),
        _ => null,
    };

    /// <summary>Reads from the rows of a cursor from now on.</summary>
    public void Bind(DataViewRow row) => _read = _bind(row);

    /// <summary>Reads the current row's cell.</summary>
    public void Read() => _read();

    public EvaluatedColumn ToColumn() => _toColumn();

    private static ColumnCells Numbers<TForm>(
        DataViewSchema.Column column, TabularValueOf<TForm> value, Quantity quantity, Func<TForm, double> toNumber)
    {
        var numbers = new List<double>();
        return new(
            column, quantity,
            row => Reader(row, column, value, form => numbers.Add(toNumber(form) is var number && double.IsFinite(number) ? number : double.NaN)),
            () => new EvaluatedNumbers(column.Name, [.. numbers]) { Quantity = quantity });
    }

    private static ColumnCells Categories<TForm>(
        DataViewSchema.Column column, TabularValueOf<TForm> value, CategoryCodes categories, Func<TForm, ReadOnlySpan<char>> toText)
    {
        var codes = new List<int>();
        return new(
            column, null,
            row => Reader(row, column, value, form => codes.Add(categories.CodeOf(toText(form)))),
            () => new EvaluatedCategories(column.Name, [.. codes], categories));
    }

    private static Action Reader<TForm>(DataViewRow row, DataViewSchema.Column column, TabularValueOf<TForm> value, Action<TForm> add)
    {
        var next = value.Read(row, column).Next;
        return () => add(next());
    }
}
