using System.Globalization;
using Microsoft.ML;

namespace Gan.Onnx.Rules;

/// <summary>Reads the cells of a row as rules compare them: numbers as they are written, so that 0.1 + 0.2 is 0.3.</summary>
internal static class RuleCells
{
    private const int Whole = 18;                                     // digits of numbers that 64 bits hold

    /// <summary>The numbers of a column; null where missing.</summary>
    public static Func<decimal?> Numbers(DataViewRow row, string name)
    {
        var column = row.Schema[name];
        switch (TabularValues.Of(column))
        {
            case WholeValue whole:
                var next = whole.Read(row, column).Next;
                return () => next() is var form && whole.IsMissing(form) ? null : (decimal)((Int128)form - whole.Zero);
            case RealValue real:
                var read = real.Read(row, column).Next;
                return () => read() is var number && double.IsNaN(number) ? null : Of(number, real.IsSingle);
            default:
                throw new InvalidOperationException($"Column '{name}' must be of numbers, but is {column.Type}.");
        }
    }

    /// <summary>The texts of a column's cells; empty where missing.</summary>
    public static Func<string> Texts(DataViewRow row, string name)
    {
        var column = row.Schema[name];
        return TabularValues.Of(column) switch
        {
            WholeValue whole => Texts(whole, row, column),
            RealValue real => Texts(real, row, column),
            TextValue text => Texts(text, row, column),
            _ => throw new InvalidOperationException($"Column '{name}' must be of single values, but is {column.Type}."),
        };
    }

    /// <summary>How far, in the size of what is added, a sum may be from what is written: no further than its column's type can tell.</summary>
    public static decimal ErrorOf(DataViewSchema schema, string name) =>
        TabularValues.Of(schema[name]) is RealValue real ? real.IsSingle ? 5e-7m : 1e-14m : 0;

    /// <summary>A number with the digits that it is written with.</summary>
    private static decimal Of(double number, bool isSingle)
    {
        if (double.IsInteger(number) && Math.Abs(number) < Math.Pow(10, Whole)) return (long)number;
        var text = isSingle ? ((float)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : number > 0 ? decimal.MaxValue : decimal.MinValue;
    }

    private static Func<string> Texts<TForm>(TabularValueOf<TForm> value, DataViewRow row, DataViewSchema.Column column)
    {
        var next = value.Read(row, column).Next;
        return () => next() is var form && value.IsMissing(form) ? "" : value.TextOf(form);
    }
}
