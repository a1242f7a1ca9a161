using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Numbers: their signs, units, separators and decimals.</summary>
internal sealed partial record NumberForm : ColumnForm
{
    private const int GreatestDecimals = 20;

    /// <value>What stands before the digits, such as a currency's sign.</value>
    public string Prefix { get; init; } = "";

    /// <value>What stands behind them, such as a percent sign.</value>
    public string Suffix { get; init; } = "";

    /// <value>What parts the decimals off.</value>
    public char DecimalMark { get; init; } = '.';

    /// <value>What parts the thousands; empty for nothing.</value>
    public string Group { get; init; } = "";

    /// <value>The fewest decimals that are written, also where they are zeros.</value>
    public int LeastDecimals { get; init => field = Math.Clamp(value, 0, GreatestDecimals); }

    /// <value>The most decimals that are written.</value>
    public int MostDecimals { get; init => field = Math.Clamp(value, 0, GreatestDecimals); }

    /// <value>How a negative number is marked: by what stands before it, or by parentheses.</value>
    public string Minus { get; init; } = "-";

    /// <value>Whether a sign stands between the prefix and the digits, as in $-5.</value>
    public bool IsSignInside { get; init; }

    /// <value>Whether positive numbers have a plus.</value>
    public bool HasPlus { get; init; }

    /// <value>Whether .5 is written for 0.5.</value>
    public bool IsBare { get; init; }

    /// <value>Whether a whole number ends in the decimal mark, as 86.</value>
    public bool EndsInMark { get; init; }

    /// <value>How exponents are written; null for none.</value>
    public Exponent? Exponent { get; init; }

    public override string Kind => "Numbers";

    public override string Example => Write((Group.Length > 0 ? 1234.5 : 12.5) * Math.Pow(10, Exponent?.Fixed ?? 0));

    public override bool CanRead(string text) => PlainOf(text) is { } plain && double.IsFinite(double.Parse(plain, CultureInfo.InvariantCulture));

    public override DataFrameColumn Read(string name, ColumnCells cells) => NumberColumn.Of(name, cells, PlainOf);

    public override Func<string?> Writer(DataViewRow row, DataViewSchema.Column column) => NumberColumn.Writer(row, column, Write);

    /// <summary>The number, also of a text without the units and the separators of the file.</summary>
    public override string ToGiven(string text) =>
        (PlainOf(text) ?? new NumberForm().PlainOf(text)) is { } plain ? NumberColumn.GivenOf(plain) : text;

    /// <summary>A number as the file would write it.</summary>
    public string Write(IFormattable value)
    {
        var (digits, exponent) = (value.ToString($"F{MostDecimals}", CultureInfo.InvariantCulture), "");
        if (Exponent is not null && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && Exponent.Has(number))
            (digits, exponent) = Exponent.Split(number);
        var isZero = digits.AsSpan().IndexOfAnyInRange('1', '9') < 0;             // -0.000 is written as 0.000
        var isNegative = !isZero && digits[0] == '-';
        var body = Body(digits.TrimStart('-')) + exponent;
        if (isNegative && Minus == "(") return $"({Prefix}{body}{Suffix})";
        var sign = isNegative ? Minus : HasPlus && !isZero ? "+" : "";
        return IsSignInside ? $"{Prefix}{sign}{body}{Suffix}" : $"{sign}{Prefix}{body}{Suffix}";
    }

    /// <summary>The cell as the invariant culture writes it, such as -1234.5; null if it is not of this form.</summary>
    public string? PlainOf(string text) => NumberParts.Of(text) is { } parts && parts.Prefix == Prefix && parts.Suffix == Suffix
        ? parts.Plain(DecimalMark, Group)
        : null;

    private string Body(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : digits.Length;
        var whole = digits[..point];
        var decimals = point == digits.Length ? "" : digits[(point + 1)..].TrimEnd('0').PadRight(LeastDecimals, '0');
        if (IsBare && whole == "0" && decimals.Length > 0) whole = "";
        if (Group.Length > 0) whole = Thousands().Replace(whole, Group);
        return decimals.Length > 0 || EndsInMark ? $"{whole}{DecimalMark}{decimals}" : whole;
    }

    [GeneratedRegex(@"(?<=\d)(?=(?:\d{3})+$)")]
    private static partial Regex Thousands();
}
