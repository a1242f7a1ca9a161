using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan;

/// <summary>
/// A trained GAN of a table. In a pipeline it puts synthetic rows in the place of the real ones; <see cref="Generator"/> makes rows, also under
/// conditions.
/// </summary>
/// <remarks>It holds one ONNX model and nothing of torch. Any number of threads may use it at once.</remarks>
public sealed class TabularGanTransformer : ITransformer, IDisposable
{
    private readonly int _seed;

    internal TabularGanTransformer(TabularGenerator generator, GanTrainingHistory history, int seed)
    {
        Generator = generator;
        History = history;
        _seed = seed;
    }

    /// <value>The generator: rows of the training table's schema.</value>
    public TabularGenerator Generator { get; }

    /// <value>How the training went.</value>
    public GanTrainingHistory History { get; }

    bool ITransformer.IsRowToRowMapper => false;

    /// <summary>The columns that come out: those of the training table.</summary>
    /// <param name="inputSchema">The columns that come in; they make no difference.</param>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Generator.Schema;

    /// <summary>
    /// As many synthetic rows as the input has, so that what follows in a pipeline is trained on synthetic data alone; made lazily, by the seed of
    /// the fit.
    /// </summary>
    /// <param name="input">A table; nothing of it but its number of rows is read.</param>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Generator.Sample(checked((int)(input.GetRowCount() ?? Count(input))), _seed);
    }

    /// <summary>
    /// Saves the generator as an ONNX file, for <c>mlContext.Gan().LoadTabularGenerator(path)</c> or any other program with ONNX Runtime.
    /// </summary>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    public void SaveGenerator(string path) => Generator.Save(path);

    /// <summary>Frees the model's session. Rows not read by then cannot be: other threads' reading ends with an exception.</summary>
    public void Dispose() => Generator.Dispose();

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) =>
        throw new InvalidOperationException(
            "A table's generator must not be used row by row, since its rows are not those of the input. Use Generator.Sample.");

    void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException(
        "A table's generator must be saved by SaveGenerator, since no transformer of ML.NET's own makes rows. Load it with " +
        "mlContext.Gan().LoadTabularGenerator.");

    private static long Count(IDataView data)
    {
        using var cursor = data.GetRowCursor([]);
        var count = 0L;
        while (cursor.MoveNext()) count++;
        return count;
    }
}
