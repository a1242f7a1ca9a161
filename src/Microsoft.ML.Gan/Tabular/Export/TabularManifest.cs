using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>What a tabular generator's file says of itself.</summary>
internal static class TabularManifest
{
    public static GanManifest Of(TableEncoding encoding, TabularTensorNames names, int latentSize) => new()
    {
        Kind = GanManifest.TabularGeneratorKind,
        LatentSize = latentSize,
        Prior = LatentPrior.Normal,
        SampleShape = [],
        Columns = [.. encoding.Columns.Select((column, index) => Describe(encoding, column, names.Outputs[index], names.Given[index]))],
    };

    private static TabularColumn Describe(TableEncoding table, ColumnEncoding encoding, string output, string given)
    {
        var (column, schema) = (encoding.Column, encoding.Column.Schema);
        return new TabularColumn
        {
            Name = column.Name,
            Tensor = output,
            Type = schema.Value.Type,
            Role = column.Role.ToString().ToLowerInvariant(),
            HasMissing = column.HasMissing,
            Categories = column is CategoryColumn categories ? [.. categories.Categories.Select(category => category.Text)] : [],
            Knots = encoding switch
            {
                NumberEncoding => table.NumberEncodings.Where(number => number.Column.Name == column.Name).Sum(number => number.Ranks.Knots.Ranks.Length),
                DerivedEncoding { Column: NumberColumn } derived => derived.RowOfCategory.Length,
                _ => 0,
            },
            ConditionTensor = encoding.HasConditionInput ? given : null,
            Traits = schema.Value.Traits,
        };
    }
}
