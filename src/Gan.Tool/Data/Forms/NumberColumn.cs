using System.Globalization;
using System.Numerics;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Numbers as a table's column, of the smallest type that keeps their digits.</summary>
internal static class NumberColumn
{
    private const int ExactDigits = 15;                              // any whole number of so many digits is one of double precision

    /// <summary>The column: Int32 or Int64 for whole numbers, else Single or Double, with NaN where missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="cells">Its cells, all of them numbers.</param>
    /// <param name="plainOf">A cell as the invariant culture writes it.</param>
    public static DataFrameColumn Of(string name, ColumnCells cells, Func<string, string?> plainOf)
    {
        var plain = cells.Texts.Select(text => text is null ? null : plainOf(text)).ToArray();
        double[] numbers = [.. plain.Select(text => text is null ? double.NaN : NumberOf(text))];
        if (!cells.HasMissing && numbers.All(double.IsInteger))
        {
            if (numbers.All(number => number is >= int.MinValue and <= int.MaxValue))
                return new Int32DataFrameColumn(name, cells.Rows.Select(row => (int)numbers[row]));
            var longs = Array.ConvertAll(plain, text => LongOf(text!));
            if (longs.All(number => number is not null)) return new Int64DataFrameColumn(name, cells.Rows.Select(row => longs[row]!.Value));
        }
        return numbers.All(IsWholeInSingle)
            ? new SingleDataFrameColumn(name, cells.Rows.Select(row => (float)numbers[row]))
            : new DoubleDataFrameColumn(name, cells.Rows.Select(row => numbers[row]));
    }

    /// <summary>Whether a number of a table keeps all the digits of whole numbers such as 1234567890123456789.</summary>
    /// <param name="plain">The numbers, as the invariant culture writes them.</param>
    /// <param name="hasMissing">Whether the column has missing cells.</param>
    public static bool KeepsDigits(IReadOnlyList<string> plain, bool hasMissing) =>
        (!hasMissing && plain.All(text => LongOf(text) is not null)) || plain.All(IsWholeInDouble);

    /// <summary>A number as a generator is given it: whole ones by their digits, so that 1.0 is 1.</summary>
    /// <param name="plain">The number as the invariant culture writes it.</param>
    public static string GivenOf(string plain) => LongOf(plain)?.ToString(CultureInfo.InvariantCulture) ?? GivenOf(NumberOf(plain));

    /// <summary>The same of a number.</summary>
    public static string GivenOf(double number) =>
        number.ToString(double.IsInteger(number) && Math.Abs(number) < 1e15 ? "F0" : "R", CultureInfo.InvariantCulture);

    /// <summary>Gives the text of a row's number; null where it is missing.</summary>
    public static Func<string?> Writer(DataViewRow row, DataViewSchema.Column column, Func<IFormattable, string> write) =>
        Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Int32 => Cells.Of<int>(row, column, value => write(value)),
            TypeCode.Int64 => Cells.Of<long>(row, column, value => write(value)),
            TypeCode.Single => Cells.Of<float>(row, column, value => float.IsNaN(value) ? null : write(ShortestOf(value))),
            _ => Cells.Of<double>(row, column, value => double.IsNaN(value) ? null : write(value)),
        };

    /// <summary>The double-precision number of the same digits: 0.1 for the single-precision 0.1.</summary>
    private static double ShortestOf(float value) => NumberOf(value.ToString(CultureInfo.InvariantCulture));

    private static double NumberOf(string plain) => double.Parse(plain, CultureInfo.InvariantCulture);

    private static long? LongOf(string plain) =>
        decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number)
            && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    private static bool IsWholeInDouble(string plain) =>
        plain.Length <= ExactDigits || !BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits)
            || digits == new BigInteger(NumberOf(plain));

    /// <summary>Whether a single-precision number is written with the same digits.</summary>
    private static bool IsWholeInSingle(double number) =>
        double.IsNaN(number) || ShortestOf((float)number) == number;
}
