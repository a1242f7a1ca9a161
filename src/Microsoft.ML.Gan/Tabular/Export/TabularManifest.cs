using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>What a tabular generator's file says of itself.</summary>
internal static class TabularManifest
{
    public static GanManifest Of(TableSchema schema, IReadOnlyList<string> outputs, int latentSize)
    {
        var place = 0;
        return new()
        {
            FormatVersion = GanManifest.NewestFormat(GanManifest.TabularGeneratorKind),
            Kind = GanManifest.TabularGeneratorKind,
            LatentSize = latentSize,
            Prior = LatentPrior.Normal,
            SampleShape = [],
            Columns =
            [
                .. schema.Columns.Zip(outputs, (column, output) => column.Describe(schema, output, column.CanStandInConditions ? place++ : null)),
            ],
        };
    }
}
