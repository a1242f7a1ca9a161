using Gan.Tool.Data.Forms;

namespace Gan.Tool.Data.Csv;

/// <summary>What a user says of a file; what is null is found by reading it.</summary>
internal sealed record CsvOptions
{
    public char? Separator { get; init; }

    public char? Quote { get; init; }

    /// <value>The name of the encoding; null for that of the byte-order mark, or UTF-8.</value>
    public string? Encoding { get; init; }

    public char? DecimalMark { get; init; }

    public DateOrder? DateOrder { get; init; }

    /// <value>Cells that are missing, in columns of texts too, beside empty ones.</value>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <value>Columns with their forms, as column=form.</value>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <value>The columns to read, parted by commas; empty for all.</value>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <value>Columns to leave out, parted by commas.</value>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
