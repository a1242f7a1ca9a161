using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Adds a generator to a pipeline: the latent column's vectors become samples in the sample column.</summary>
/// <remarks>There is nothing to learn from the data: <see cref="Fit"/> only checks its schema.</remarks>
public sealed class GeneratorEstimator : IEstimator<GeneratorTransformer>
{
    private readonly GeneratorColumns _columns;
    private readonly MLContext _mlContext;
    private readonly GeneratorModel _model;

    internal GeneratorEstimator(MLContext mlContext, byte[] model, string latentColumnName, string sampleColumnName)
    {
        _mlContext = mlContext;
        _model = new GeneratorModel(model);
        _columns = new GeneratorColumns(_model, latentColumnName, sampleColumnName);
    }

    /// <summary>Checks the data's schema and gives the transformer.</summary>
    /// <param name="input">Data with the latent column and, for a class-conditional generator, the key column <c>Label</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has the wrong type.</exception>
    public GeneratorTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var column in _columns.Inputs) InputSchema.Require(input.Schema, column);
        return new GeneratorTransformer(_mlContext, _model, _columns);
    }

    /// <summary>Gives the schema's shape with the sample column added.</summary>
    /// <param name="inputSchema">The shape of the input's schema.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has the wrong type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var column in _columns.Inputs) InputSchema.Require(inputSchema, column);
        return ColumnShape.Append(_mlContext, inputSchema, [_columns.Sample]);
    }
}
