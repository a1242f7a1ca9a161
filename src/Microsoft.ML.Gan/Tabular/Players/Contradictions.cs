using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>Which slots a given slot rules out: the categories of a derived column's source that lead to another category.</summary>
internal static class Contradictions
{
    /// <summary>(slots of derived columns, made slots): 1 where the first rules out the second; null if no slot rules out any.</summary>
    public static float[]? Of(TableSchema schema)
    {
        var derived = schema.Columns.OfType<DerivedCategoryForm>()
            .Where(column => schema.Columns[column.Source].ValueChoice is not null).ToList();
        if (derived.Count == 0) return null;
        var matrix = new float[schema.Layout.DerivedSlots * schema.Layout.MadeSlots];
        foreach (var column in derived)
        {
            var (source, given) = (schema.Choices[schema.Columns[column.Source].ValueChoice!.Value], schema.Choices[column.Choice]);
            foreach (var (category, consequence) in column.CodeOf.Index())
            {
                for (var slot = 0; slot < given.Size; slot++)
                    if (slot != consequence) matrix[
                        (given.Offset - schema.Layout.MadeSlots + slot) * schema.Layout.MadeSlots + source.Offset + category] = 1;
            }
        }
        return matrix;
    }
}
