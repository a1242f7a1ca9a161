using System.Text.Json.Serialization;
using Gan.Tool.Data.Forms;

namespace Gan.Tool.Data.Csv;

/// <summary>How a file writes a column.</summary>
/// <param name="Name">What the column is called here.</param>
/// <param name="Header">The name as the file has it.</param>
/// <param name="Form">How it writes values.</param>
internal sealed record ColumnStyle(string Name, string Header, ColumnForm Form)
{
    /// <value>The blanks before every value.</value>
    public string Before { get; init; } = "";

    /// <value>The blanks behind every value.</value>
    public string After { get; init; } = "";

    /// <value>The commonest cell of those that are missing.</value>
    public string Missing { get; init; } = "";

    /// <value>What its database, or its file with types, says of it; null if there is none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredColumn? Stored { get; init; }

    /// <value>What the column is, for a line that lists such columns.</value>
    public string Description =>
        Form.Kind + (Form.Example is { } example ? $", as {(Before + After is "" ? example : $"'{Before}{example}{After}'")}" : "") +
        (Missing.Length > 0 ? $", or '{Missing}' where missing" : "");

    /// <summary>A cell of the file.</summary>
    /// <param name="value">The value's text; null if it is missing.</param>
    public string CellOf(string? value) => value is null ? Missing : $"{Before}{value}{After}";
}
