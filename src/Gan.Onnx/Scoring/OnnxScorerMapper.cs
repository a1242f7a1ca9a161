using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A scorer bound to a schema: the input's columns, followed by the model's outputs.</summary>
internal sealed class OnnxScorerMapper : IRowToRowMapper
{
    public OnnxScorerMapper(OnnxScorer scorer, DataViewSchema inputSchema)
    {
        Scorer = scorer;
        InputSchema = inputSchema;
        InputColumns = [.. scorer.Inputs.Select(input => Onnx.InputSchema.Require(inputSchema, input))];
        var schema = new DataViewSchema.Builder();
        schema.AddColumns(inputSchema);
        foreach (var output in scorer.Outputs) schema.AddColumn(output.ColumnName, output.Type, output.Annotations);
        OutputSchema = schema.ToSchema();
    }

    public OnnxScorer Scorer { get; }

    public DataViewSchema InputSchema { get; }

    public DataViewSchema OutputSchema { get; }

    /// <summary>The columns that the model's inputs are read from, in the inputs' order.</summary>
    public IReadOnlyList<DataViewSchema.Column> InputColumns { get; }

    /// <summary>The index of the model's first output in <see cref="OutputSchema"/>.</summary>
    public int FirstOutput => InputSchema.Count;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var isActive = Active(dependingColumns);
        var readsInputs = IsAnyOutput(isActive);
        return InputSchema.Where(column => isActive[column.Index] || (readsInputs && InputColumns.Any(input => input.Index == column.Index)));
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        if (!ReferenceEquals(input.Schema, InputSchema))
            throw new ArgumentException("The row must have the schema that the mapper was made for, but has another.", nameof(input));
        return new ScoredRow(this, input, Active(activeColumns));
    }

    /// <summary>By column of <see cref="OutputSchema"/>, whether it is asked for.</summary>
    public bool[] Active(IEnumerable<DataViewSchema.Column> columns)
    {
        var isActive = new bool[OutputSchema.Count];
        foreach (var column in columns) isActive[column.Index] = true;
        return isActive;
    }

    public bool IsAnyOutput(bool[] isActive) => isActive.AsSpan(FirstOutput).Contains(true);
}
