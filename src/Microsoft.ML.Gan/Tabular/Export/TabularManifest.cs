using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>What a tabular generator's file says of itself.</summary>
internal static class TabularManifest
{
    public static GanManifest Of(TableSchema schema, TabularTensorNames names, int latentSize) => new()
    {
        Kind = GanManifest.TabularGeneratorKind,
        LatentSize = latentSize,
        Prior = LatentPrior.Normal,
        SampleShape = [],
        Columns = [.. schema.Columns.Select((column, index) => column.Describe(schema, names.Outputs[index], names.Given[index]))],
    };
}
