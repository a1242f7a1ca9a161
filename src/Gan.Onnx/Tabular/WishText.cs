namespace Gan.Onnx;

/// <summary>Reads what is to hold of a column: <c>37</c>, <c>30..40</c>, <c>&gt;=65</c>, <c>&lt;2024-01-01</c>, <c>Masters|Doctorate</c>.</summary>
internal static class WishText
{
    private const char Or = '|';
    private const string To = "..";

    /// <summary>The wish of a text; null if it is none of the column's.</summary>
    /// <param name="index">Which of the file's columns it is.</param>
    /// <param name="column">The column.</param>
    /// <param name="text">The text: no category as a whole.</param>
    /// <param name="codeOf">The code of a category by a text; null for any other text.</param>
    public static CellWish? Read(int index, CellColumn column, string text, Func<string, long?> codeOf)
    {
        var (codes, ranges, allowsMissing) = (new HashSet<double>(), new List<CellRange>(), false);
        foreach (var part in text.Split(Or))
        {
            if (codeOf(part) is { } code and >= 0) codes.Add(code);
            else if (part.Length == 0 && text.Length > 0 && column.Column.HasMissing) allowsMissing = true;
            else if (RangeOf(column, part.Trim()) is { } range) ranges.Add(range);
            else return null;
        }
        if (!column.HasCategories) return column.CanBeGiven ? new(index, column, codes, ranges, allowsMissing) : null;
        for (var category = 0; category < column.Column.Categories.Count; category++)
            if (ranges.Any(range => range.Holds(column.NumberOf(category)))) codes.Add(category);
        return codes.Count > 0 ? new(index, column, codes, [], allowsMissing) : null;
    }

    private static CellRange? RangeOf(CellColumn column, string text)
    {
        if (!column.HasOrder) return null;
        foreach (var (sign, isLeast, isOpen) in Signs)
        {
            if (!text.StartsWith(sign, StringComparison.Ordinal)) continue;
            if (!column.TryParse(text[sign.Length..].Trim(), out var bound)) return null;
            return isLeast ? new(bound, double.PositiveInfinity, isOpen) : new(double.NegativeInfinity, bound, isOpen);
        }
        if (column.TryParse(text, out var value)) return new(value, value);
        var middle = text.IndexOf(To, StringComparison.Ordinal);
        if (middle < 0) return null;
        var isRange = column.TryParse(text[..middle].Trim(), out var least) & column.TryParse(text[(middle + To.Length)..].Trim(), out var greatest);
        return isRange && least <= greatest ? new(least, greatest) : null;
    }

    private static readonly (string Sign, bool IsLeast, bool IsOpen)[] Signs =
        [(">=", true, false), ("<=", false, false), (">", true, true), ("<", false, true)];
}
