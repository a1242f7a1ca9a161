using System.Text.Json;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>The values that objects have by one name.</summary>
internal sealed class JsonColumn(string name)
{
    private readonly HashSet<JsonValueKind> _kinds = [];

    public string Name => name;

    public CsvColumn Cells { get; } = new(name, name.Trim());

    /// <value>What the values are, if some have values within them; null if none has.</value>
    public string? Nested { get; private set; }

    /// <value>What is known of the column.</value>
    public StoredColumn Stored => new(Kind) { IsNullable = _kinds.Contains(JsonValueKind.Null) };

    private CellKind Kind
    {
        get
        {
            var kinds = _kinds.Where(kind => kind != JsonValueKind.Null).ToHashSet();
            if (kinds.Count > 0 && kinds.IsSubsetOf([JsonValueKind.True, JsonValueKind.False])) return CellKind.Boolean;
            if (!kinds.SetEquals([JsonValueKind.Number])) return CellKind.Text;
            return Cells.Texts.All(text => text.Length == 0 || CellTexts.Fits(text, CellKind.Int64)) ? CellKind.Int64 : CellKind.Double;
        }
    }

    /// <summary>Takes the value of a row; false if the row has one already.</summary>
    public bool Add(int row, JsonElement value)
    {
        if (Cells.Rows.Count > row) return false;
        PadTo(row);
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Nested ??= value.ValueKind == JsonValueKind.Array ? "lists" : "objects";
        _kinds.Add(value.ValueKind);
        Cells.Add(value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array => "",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        });
        return true;
    }

    /// <summary>Takes it that rows before this one lack the value.</summary>
    public void PadTo(int row)
    {
        if (Cells.Rows.Count < row) _kinds.Add(JsonValueKind.Null);
        while (Cells.Rows.Count < row) Cells.Add("");
    }
}
