using System.Text.Json;
using Gan.Onnx;
using Microsoft.ML;

namespace Gan.AspNetCore;

/// <summary>The cells of a table's column.</summary>
/// <param name="Text">The text of the current row's cell, in the invariant culture; null where it is missing.</param>
/// <param name="IsNumber">Whether the texts are those of numbers.</param>
/// <param name="IsTruth">Whether the texts are True and False.</param>
internal sealed record TableCell(Func<string?> Text, bool IsNumber, bool IsTruth)
{
    public static TableCell Of(DataViewRow row, DataViewSchema.Column column)
    {
        var value = TabularValues.Of(column)
            ?? throw new InvalidOperationException($"Column '{column.Name}' must be of a table's type, but was of {column.Type}.");
        Func<string?> text = value switch
        {
            TabularValueOf<long> whole => TextOf(whole.Read(row, column)),
            TabularValueOf<double> real => TextOf(real.Read(row, column)),
            _ => TextOf(((TextValue)value).Read(row, column)),
        };
        return new(text, value.Quantity == Quantity.Number, value is BooleanValue);
    }

    public void Write(Utf8JsonWriter json)
    {
        var text = Text();
        if (text is null) json.WriteNullValue();
        else if (IsTruth) json.WriteBooleanValue(text == bool.TrueString);
        else if (IsNumber && char.IsAsciiDigit(text[^1])) json.WriteRawValue(text);     // not of Infinity
        else json.WriteStringValue(text);
    }

    private static Func<string?> TextOf<TForm>(CellReader<TForm> cells) => () =>
    {
        var form = cells.Next();
        var value = cells.Value();
        return value.IsMissing(form) ? null : value.TextOf(form);
    };
}
