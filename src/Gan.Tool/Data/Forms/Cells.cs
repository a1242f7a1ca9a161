using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Reads the cells of a row as texts.</summary>
internal static class Cells
{
    /// <summary>Gives the text of the cell that the row is at.</summary>
    public static Func<string?> Of<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string?> toText)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return toText(value);
        };
    }
}
