namespace Gan.Tool.Data.Forms;

/// <summary>What was found of a column's form.</summary>
/// <param name="Form">The form; null if there is none.</param>
/// <param name="Doubt">Why there is none although there might be one; null if nothing speaks for it.</param>
internal sealed record Finding(ColumnForm? Form, string? Doubt = null)
{
    public static Finding Nothing { get; } = new(Form: null);

    /// <value>Whether nothing in the rest of the file could change it.</value>
    public bool IsSure { get; init; }

    /// <value>The decimal mark that the column surely has; null if it tells of none.</value>
    public char? DecimalMark { get; init; }

    /// <value>The order of dates that the column surely has; null if it tells of none.</value>
    public DateOrder? DateOrder { get; init; }

    public static Finding No(string doubt) => new(Form: null, doubt);
}
