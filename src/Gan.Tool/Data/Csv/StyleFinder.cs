using Gan.Tool.Data.Forms;

namespace Gan.Tool.Data.Csv;

/// <summary>Finds how the columns of a file are written.</summary>
/// <param name="options">What a user says of it.</param>
/// <param name="forms">The forms that the user says columns have.</param>
internal sealed class StyleFinder(CsvOptions options, IReadOnlyDictionary<string, string> forms)
{
    /// <summary>Cells that are missing in columns of anything but texts.</summary>
    private static readonly HashSet<string> Placeholders =
    [
        "NA", "N/A", "n/a", "na", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "Null", "None", "none", "nil", "\\N",
        "?", "-", "--", "\u2013", "\u2014", ".", "..", "...",
    ];

    /// <summary>The style of each column, and words on those that may be more than texts.</summary>
    public (IReadOnlyList<ReadColumn> Columns, IReadOnlyList<string> Doubts) Find(IReadOnlyList<CsvColumn> columns)
    {
        var hints = new FormHints(options.DecimalMark, options.DateOrder);
        var findings = columns.Select(column => Find(column, hints)).ToList();
        hints = hints.With(findings);
        for (var place = 0; place < columns.Count; place++)
        {
            if (findings[place] is { IsSure: false } unsure && unsure != Finding.Nothing) findings[place] = Find(columns[place], hints);
        }
        var doubts = columns.Zip(findings, (column, finding) => (column.Name, finding.Doubt)).Where(pair => pair.Doubt is not null)
            .Select(pair => $"'{pair.Name}' stays text: {pair.Doubt}.");
        return ([.. columns.Zip(findings, (column, finding) => Styled(column, finding.Form ?? new TextForm()))], [.. doubts]);
    }

    /// <summary>The column as one of a table whose column of this name has a form already.</summary>
    /// <exception cref="InvalidDataException">Its cells are no values of such a column.</exception>
    public ReadColumn FindLike(CsvColumn column, ColumnForm form, string table)
    {
        var values = Values(column);
        if (form is TextForm || values.All(form.CanRead)) return Styled(column, form);
        if (form is NumberForm && BooleanForm.Find(values) is not null)                // 1 and 0 in the one file, True and False in the other
            return Styled(column, form, text => bool.Parse(text) ? "1" : "0");
        var own = Find(column, new FormHints(options.DecimalMark, options.DateOrder)).Form;
        if (own?.GetType() == form.GetType()) return Styled(column, own);
        if (form is BooleanForm) return Styled(column, new TextForm());                // categories that the real table does not have
        var what = form is DateForm ? "dates, all written alike" : form.Kind.ToLowerInvariant();
        throw new InvalidDataException(
            $"Column '{column.Name}' of '{table}' must be of {what} as in the real table, but has '{values.First(text => !form.CanRead(text))}'.");
    }

    /// <summary>The text of the value that a cell has; null where it is missing.</summary>
    public string? ValueOf(string text, ColumnStyle style)
    {
        if (style.Form is not TextForm) return IsMissing(text) ? null : text.Trim();
        var (before, after) = (style.Before, style.After);
        if (IsSurelyMissing(text) || (before.Length + after.Length > 0 && string.IsNullOrWhiteSpace(text))) return null;
        var isPadded = text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal);
        return isPadded && text.Length >= before.Length + after.Length ? text[before.Length..^after.Length] : text;
    }

    private Finding Find(CsvColumn column, FormHints hints)
    {
        var (values, hasMissing) = (Values(column), column.Texts.Any(IsMissing));
        if (forms.TryGetValue(column.Name, out var form))
            return new Finding(NamedForm.Of(form, column.Name, values, hasMissing, hints)) { IsSure = true };
        return values.Count == 0 ? Finding.Nothing : FormFinder.Find(values, hasMissing, hints);
    }

    private ReadColumn Styled(CsvColumn column, ColumnForm form, Func<string, string>? convert = null)
    {
        var isText = form is TextForm;
        var values = column.Texts.Where(text => !(isText ? IsSurelyMissing(text) : IsMissing(text)) && !string.IsNullOrWhiteSpace(text)).ToList();
        var (before, after) = (Shared(values, text => text[..^text.TrimStart().Length]), Shared(values, text => text[text.TrimEnd().Length..]));
        var areBlanksMissing = before.Length + after.Length > 0;      // a blank is a text of its own where no blanks pad the others
        Func<string, bool> isMissing = isText
            ? text => IsSurelyMissing(text) || (areBlanksMissing && string.IsNullOrWhiteSpace(text))
            : IsMissing;
        var style = new ColumnStyle(column.Name, column.Header, form) { Before = before, After = after, Missing = column.Commonest(isMissing) };
        var cells = column.Texts.Select(text => isMissing(text) ? null : isText ? text[before.Length..^after.Length] : text.Trim());
        if (convert is not null) cells = cells.Select(text => text is null ? null : convert(text));
        return new(style, form.Read(column.Name, new ColumnCells([.. cells], column.Rows)));
    }

    /// <summary>The different values, without blanks around them.</summary>
    private List<string> Values(CsvColumn column) => [.. column.Texts.Where(text => !IsMissing(text)).Select(text => text.Trim()).Distinct()];

    private bool IsMissing(string text) => string.IsNullOrWhiteSpace(text) || IsSurelyMissing(text) || Placeholders.Contains(text.Trim());

    private bool IsSurelyMissing(string text) => text.Length == 0 || options.Missing.Contains(text.Trim());

    /// <summary>The blanks that all texts share at an end; "" if they have different ones.</summary>
    private static string Shared(List<string> texts, Func<string, string> blanks) =>
        texts.Count > 0 && blanks(texts[0]) is var first && texts.TrueForAll(text => blanks(text) == first) ? first : "";
}
