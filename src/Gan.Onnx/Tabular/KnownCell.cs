using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The cells of a column that has gaps: of the table's own type, or of numbers or texts that stand for it.</summary>
/// <remarks>
/// Whole numbers and truth values have no missing cell in ML.NET. So such a column comes as floating-point numbers, or as texts in the invariant
/// culture, empty where missing.
/// </remarks>
/// <param name="row">The row that they are read from.</param>
/// <param name="own">The column there.</param>
/// <param name="value">The table's type.</param>
internal sealed class KnownCell(DataViewRow row, DataViewSchema.Column own, TabularValue value)
{
    /// <summary>Whether a column may stand for one of the table's.</summary>
    public static bool StandsFor(DataViewType type, TabularValue value) =>
        !type.Equals(value.DataViewType) && (type is TextDataViewType || (type is NumberDataViewType && value.Quantity == Quantity.Number));

    /// <value>Whether the cells are of another type than the table's.</value>
    public bool IsOther => StandsFor(own.Type, value);

    /// <summary>The text of the current cell; empty where missing.</summary>
    public Func<string> Text()
    {
        return TabularValues.Of(own.Type) switch
        {
            WholeValue whole => Of(whole, whole.TextOf),
            RealValue real => Of(real, TextOf),
            var texts => Of((TextValue)texts!, text => text.ToString()),
        };

        Func<string> Of<TForm>(TabularValueOf<TForm> source, Func<TForm, string> text)
        {
            var next = source.Read(row, own).Next;
            return () => next() is var form && source.IsMissing(form) ? "" : text(form);
        }

        // not 1E+06, which is no text of a whole number
        static string TextOf(double number) => number == Math.Floor(number) && Math.Abs(number) < long.MaxValue
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the current cell is missing.</summary>
    public Func<bool> IsMissing()
    {
        if (IsOther)
        {
            var text = Text();
            return () => text().Length == 0;
        }
        return value switch
        {
            WholeValue whole => Of(whole),
            RealValue real => Of(real),
            var texts => Of((TextValue)texts),
        };

        Func<bool> Of<TForm>(TabularValueOf<TForm> cells)
        {
            var next = cells.Read(row, own).Next;
            return () => cells.IsMissing(next());
        }
    }

    /// <summary>The getter of the cells in the table's type.</summary>
    public ValueGetter<TValue> Getter<TValue>() =>
        IsOther ? Getters.Typed<TValue>(value.Make(new Parsed(this, Text())), own, isActive: true) : row.GetGetter<TValue>(own);

    /// <summary>That a text is none of the table's type.</summary>
    public InvalidOperationException NoValue(string text) => new(
        FormattableString.Invariant($"Column '{own.Name}' must have values of {value.DataViewType}, or missing ones, ") +
        FormattableString.Invariant($"but had '{text}' in row {row.Position + 1}. Correct the cell, or empty it."));

    private sealed class Parsed(KnownCell cells, Func<string> text) : ICellMaker<Delegate>
    {
        public Delegate OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
            where TElement : unmanaged => (ValueGetter<TCell>)((ref TCell cell) => cell = toCell((TElement)Element(text(), typeof(TElement))));

        public Delegate OfTexts() => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> cell) => cell = text().AsMemory());

        private object Element(string cell, Type type)
        {
            if (cells.Value is RealValue real && real.TryParse(cell, out var number))
                return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
            if (cells.Value is not WholeValue whole || !whole.TryParse(cell, out var form)) throw cells.NoValue(cell);
            if (type == typeof(bool)) return form != 0;
            return type == typeof(ulong)
                ? unchecked((ulong)whole.ToTensor(form))
                : Convert.ChangeType(whole.ToTensor(form), type, CultureInfo.InvariantCulture);
        }
    }

    private TabularValue Value => value;
}
