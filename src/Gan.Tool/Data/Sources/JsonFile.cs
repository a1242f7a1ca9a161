using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A JSON file: an array of objects, or an object a line.</summary>
internal sealed class JsonFile(string path, WriteMode mode, bool isOneArray) : FileTarget(path, mode)
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789+-.eE");

    protected override void WriteTo(string file, StoredRows rows)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var columns = rows.Columns;
        var isFirst = true;
        stream.Write(isOneArray ? "["u8 : ""u8);
        foreach (var row in rows.Read())
        {
            if (isOneArray) stream.Write(isFirst ? "\n"u8 : ",\n"u8);
            json.Reset();
            json.WriteStartObject();
            for (var place = 0; place < row.Length; place++)
            {
                json.WritePropertyName(columns[place].Name);
                Write(json, row[place], columns[place].Stored.Kind);
            }
            json.WriteEndObject();
            json.Flush();
            if (!isOneArray) stream.Write("\n"u8);
            isFirst = false;
        }
        stream.Write(isOneArray ? "\n]\n"u8 : ""u8);
    }

    private static void Write(Utf8JsonWriter json, string? text, CellKind kind)
    {
        if (text is null || (IsNumber(kind) && !double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture)))) json.WriteNullValue();
        else if (kind == CellKind.Boolean) json.WriteBooleanValue(CellTexts.IsTrue(text));
        else if (IsNumber(kind) && !text.AsSpan().ContainsAnyExcept(OfNumbers)) json.WriteRawValue(text);
        else json.WriteStringValue(text);
    }

    private static bool IsNumber(CellKind kind) => kind is >= CellKind.Int16 and <= CellKind.Double;
}
