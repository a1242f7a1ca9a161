using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Maps columns to columns by an ONNX model, many rows at a time. Any number of threads may use one.</summary>
internal sealed class OnnxScorer : ITransformer, IDisposable
{
    private readonly MLContext _mlContext;
    private readonly byte[] _model;
    private readonly Lazy<InferenceSession> _session;

    /// <param name="mlContext">Says which device to run on.</param>
    /// <param name="model">The bytes of the model file. Its tensors have any names.</param>
    /// <param name="inputs">All inputs of the model.</param>
    /// <param name="outputs">The outputs to add to the data, in this order.</param>
    public OnnxScorer(MLContext mlContext, byte[] model, IReadOnlyList<OnnxColumn> inputs, IReadOnlyList<OnnxColumn> outputs)
    {
        foreach (var column in inputs.Concat(outputs))
        {
            if (string.IsNullOrWhiteSpace(column.ColumnName))
                throw new ArgumentException($"The name of the column for '{column.TensorName}' must not be empty.");
        }
        RequireDistinct(inputs, "input");
        RequireDistinct(outputs, "output");
        _mlContext = mlContext;
        _model = model;
        Inputs = inputs;
        Outputs = outputs;
        _session = new(() => OnnxSession.Open(mlContext, model));
    }

    public IReadOnlyList<OnnxColumn> Inputs { get; }

    public IReadOnlyList<OnnxColumn> Outputs { get; }

    public bool IsRowToRowMapper => true;

    /// <summary>One session for all cursors: running it is safe from any thread.</summary>
    internal InferenceSession Session
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return _session.Value;
        }
    }

    private bool IsDisposed { get; set; }

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => new OnnxScorerMapper(this, inputSchema).OutputSchema;

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new OnnxScorerMapper(this, inputSchema);

    public IDataView Transform(IDataView input) => new OnnxScorerView(new OnnxScorerMapper(this, input.Schema), input);

    /// <summary>Checks an estimator's input and gives its output.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        foreach (var input in Inputs) InputSchema.Require(inputSchema, input);
        return ColumnShape.Append(_mlContext, inputSchema, Outputs);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => StockOnnxModel.Save(ctx, _mlContext.TempFilePath, _model, Inputs, Outputs);

    public void Dispose()
    {
        IsDisposed = true;
        if (_session.IsValueCreated) _session.Value.Dispose();
    }

    private static void RequireDistinct(IReadOnlyList<OnnxColumn> columns, string kind)
    {
        if (columns.GroupBy(column => column.ColumnName).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The {kind} columns must have different names, but '{twice.Key}' is used {twice.Count()} times.");
    }
}
