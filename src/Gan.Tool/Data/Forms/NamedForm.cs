namespace Gan.Tool.Data.Forms;

/// <summary>Forms that a user says columns have: text, number, date, duration, boolean, or the format of dates.</summary>
internal static class NamedForm
{
    /// <summary>The form of a name.</summary>
    /// <param name="name">Its name, or the format of dates in .NET's letters.</param>
    /// <param name="column">The column.</param>
    /// <param name="texts">The column's different texts.</param>
    /// <param name="hasMissing">Whether the column has missing cells.</param>
    /// <param name="hints">What is known of the file.</param>
    /// <exception cref="ArgumentException">There is no such form, or a text is not of it.</exception>
    public static ColumnForm Of(string name, string column, IReadOnlyList<string> texts, bool hasMissing, FormHints hints)
    {
        if (name == "text") return new TextForm();
        if (name.Contains("yy", StringComparison.Ordinal)) return Dates(name, column, texts);
        ColumnForm? form = name switch
        {
            "boolean" => BooleanForm.Find(texts),
            "duration" => DurationForm.Find(texts).Form,
            "date" => DateFinder.Find(texts, hints).Form,
            "number" => NumberFinder.Find(texts, hasMissing, hints).Form,
            _ => throw new ArgumentException(
                $"--form must be text, number, date, duration, boolean, or a format such as dd/MM/yyyy, but was '{name}' for '{column}'."),
        };
        return form ?? throw new ArgumentException($"--form must fit the cells of '{column}', but they are not all written as one form of {name}.");
    }

    private static DateForm Dates(string format, string column, IReadOnlyList<string> texts)
    {
        var form = new DateForm(format);
        var zones = texts.Select(text => Zones.Split(text).Zone).Distinct().ToList();
        if (zones is [var zone]) form = form with { Zone = zone };
        return texts.FirstOrDefault(text => !form.CanRead(text)) is { } other
            ? throw new ArgumentException($"--form must fit the cells of '{column}', but '{other}' is not of the format '{format}'.")
            : form;
    }
}
