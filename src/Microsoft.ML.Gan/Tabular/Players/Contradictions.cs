using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>Which slots a given slot rules out: the categories of a derived column's source that lead to another category.</summary>
internal static class Contradictions
{
    /// <summary>(slots of derived columns, made slots): 1 where the first rules out the second; null if no slot rules out any.</summary>
    public static float[]? Of(TableEncoding encoding)
    {
        var derived = encoding.Columns.OfType<DerivedEncoding>().Where(column => column.Choice is not null).ToList();
        if (derived.Count == 0) return null;
        var matrix = new float[encoding.DerivedSlots * encoding.MadeSlots];
        foreach (var column in derived)
        {
            var (target, source) = ((CategoryColumn)column.Column, SourceOf(encoding, column));
            var given = encoding.Choices[column.Choice!.Value];
            for (var category = 0; category < column.RowOfCategory.Length; category++)
            {
                var consequence = target.Codes[column.RowOfCategory[category]];
                for (var slot = 0; slot < given.Size; slot++)
                    if (slot != consequence) matrix[(given.Offset - encoding.MadeSlots + slot) * encoding.MadeSlots + source.Offset + category] = 1;
            }
        }
        return matrix;
    }

    private static Choice SourceOf(TableEncoding encoding, DerivedEncoding column)
    {
        var source = encoding.Columns.OfType<CategoryEncoding>().Single(other => other.Column == column.Source);
        return encoding.Choices[source.Choice!.Value];
    }
}
