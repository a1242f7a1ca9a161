namespace Gan.Tool.Data.Csv;

/// <summary>How a CSV file parts its cells, quotes them and ends its lines.</summary>
internal sealed record CsvDialect
{
    /// <value>What parts the cells. Default a comma.</value>
    public char Separator { get; init; } = ',';

    /// <value>What cells with separators and line ends are put between. Default a double quote.</value>
    public char Quote { get; init; } = '"';

    /// <value>What a line ends in. Default "\n".</value>
    public string NewLine { get; init; } = "\n";

    /// <value>The name of the encoding. Default UTF-8.</value>
    public string Encoding { get; init; } = FileEncoding.Default;

    /// <value>Whether the file begins with a byte-order mark.</value>
    public bool HasByteOrderMark { get; init; }

    /// <value>Whether its first line is sep=, which tells Excel the separator.</value>
    public bool HasSeparatorLine { get; init; }

    /// <value>What it is, in a line.</value>
    public string Description =>
        $"cells parted by {NameOf(Separator)}" + (Quote == '"' ? "" : $", quoted by {Quote}") +
        (HasByteOrderMark || Encoding != FileEncoding.Default ? $", in {Encoding}{(HasByteOrderMark ? " with a byte-order mark" : "")}" : "") +
        (HasSeparatorLine ? ", with a sep= line" : "");

    private static string NameOf(char separator) => separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        _ => $"'{separator}'",
    };
}
