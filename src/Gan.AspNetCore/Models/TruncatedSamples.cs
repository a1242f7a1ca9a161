using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.AspNetCore;

/// <summary>The truncation trick: latent vectors are drawn towards the mean of the prior, 0, for likelier and less varied samples.</summary>
internal static class TruncatedSamples
{
    /// <summary>The samples of ψ z, for the latent vectors z of a request.</summary>
    public static IDataView Of(GeneratorTransformer generator, SampleRequest request, double truncation)
    {
        var rows = request.Class is null
            ? generator.Sample(request.Count, request.Seed)
            : generator.Sample(request.Count, request.Class, request.Seed);
        var schema = SchemaDefinition.Create(typeof(LatentRow));
        schema[0].ColumnType = new VectorDataViewType(NumberDataViewType.Single, generator.LatentSize);
        var psi = (float)truncation;
        var towardsMean = new MLContext().Transforms.CustomMapping<LatentRow, LatentRow>(
            (from, to) =>
            {
                to.Latent = [.. from.Latent];
                LatentSpace.Truncate(to.Latent, psi);
            },
            contractName: null, schema, schema);
        return generator.Transform(towardsMean.Fit(rows).Transform(rows));
    }

    private sealed class LatentRow
    {
        public float[] Latent { get; set; } = [];
    }
}
