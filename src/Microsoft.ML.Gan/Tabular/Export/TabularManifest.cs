using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>What a tabular generator's file says of itself.</summary>
internal static class TabularManifest
{
    public static GanManifest Of(TableSchema schema, IReadOnlyList<string> outputs, int latentSize)
    {
        var (place, number) = (0, 0);
        return new()
        {
            FormatVersion = GanManifest.NewestFormat(GanManifest.TabularGeneratorKind),
            Kind = GanManifest.TabularGeneratorKind,
            LatentSize = latentSize,
            Prior = LatentPrior.Normal,
            SampleShape = [],
            Identifiers = schema.Identifiers.Count > 0 ? schema.Identifiers : null,
            Columns =
            [
                .. schema.Columns.Zip(outputs, (column, output) => column.Describe(schema, output) with
                {
                    Given = column.CanStandInConditions ? place++ : null,
                    GivenNumber = column.HasNumbers ? number++ : null,
                }),
            ],
        };
    }
}
