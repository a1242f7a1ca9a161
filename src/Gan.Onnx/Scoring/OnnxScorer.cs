using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Maps columns to columns by an ONNX model, many rows at a time. Any number of threads may use one.</summary>
internal sealed class OnnxScorer : ITransformer, IDisposable
{
    private readonly OnnxModel _model;

    /// <param name="mlContext">Says which device to run on.</param>
    /// <param name="owner">What its user knows it as.</param>
    /// <param name="model">The bytes of the model file. Its tensors have any names.</param>
    /// <param name="inputs">All inputs of the model.</param>
    /// <param name="outputs">The outputs to add to the data, in this order.</param>
    public OnnxScorer(
        MLContext mlContext, Type owner, byte[] model, IReadOnlyList<OnnxColumn> inputs, IReadOnlyList<OnnxColumn> outputs)
        : this(new OnnxModel(mlContext, owner, model), inputs, outputs, [])
    {
    }

    /// <param name="model">The model; to dispose the scorer is to dispose it.</param>
    /// <param name="inputs">The inputs that columns are given for.</param>
    /// <param name="outputs">The outputs to add to the data, in this order.</param>
    /// <param name="constants">The inputs whose values are the same in all rows.</param>
    public OnnxScorer(OnnxModel model, IReadOnlyList<OnnxColumn> inputs, IReadOnlyList<OnnxColumn> outputs, IReadOnlyList<OnnxConstant> constants)
    {
        foreach (var column in inputs.Concat(outputs))
        {
            if (string.IsNullOrWhiteSpace(column.ColumnName))
                throw new ArgumentException($"The name of the column for '{column.TensorName}' must not be empty.");
        }
        RequireDistinct(inputs, "input");
        RequireDistinct(outputs, "output");
        _model = model;
        Inputs = inputs;
        Outputs = outputs;
        Constants = constants;
    }

    public IReadOnlyList<OnnxColumn> Inputs { get; }

    public IReadOnlyList<OnnxColumn> Outputs { get; }

    public IReadOnlyList<OnnxConstant> Constants { get; }

    public bool IsRowToRowMapper => true;

    internal OnnxModel Model => _model;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => new OnnxScorerMapper(this, inputSchema).OutputSchema;

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new OnnxScorerMapper(this, inputSchema);

    public IDataView Transform(IDataView input) => new OnnxScorerView(new OnnxScorerMapper(this, input.Schema), input);

    /// <summary>Opens the session and makes all outputs of a first row, so that a model that can't is refused before it is used.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the model, or the model makes what is no value of an output.</exception>
    public void Check(IDataView rows)
    {
        var mapper = new OnnxScorerMapper(this, rows.Schema);
        using var cursor = rows.GetRowCursor(rows.Schema);
        using var batch = new ScoringBatch(mapper, cursor, mapper.Active(mapper.OutputSchema), capacity: 1);
        cursor.MoveNext();
        batch.Add();
        try
        {
            batch.Check();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Checks an estimator's input and gives its output.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        foreach (var input in Inputs) InputSchema.Require(inputSchema, input);
        return ColumnShape.Append(_model.MLContext, inputSchema, Outputs);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => StockOnnxModel.Save(ctx, _model.MLContext.TempFilePath, _model.File, Inputs, Outputs);

    public void Dispose() => _model.Dispose();

    private static void RequireDistinct(IReadOnlyList<OnnxColumn> columns, string kind)
    {
        if (columns.GroupBy(column => column.ColumnName).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The {kind} columns must have different names, but '{twice.Key}' is used {twice.Count()} times.");
    }
}
