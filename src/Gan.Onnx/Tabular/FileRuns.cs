using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Runs a table's file on some rows, and reads the cells that it makes. One thread at a time may use one.</summary>
/// <param name="model">The file.</param>
/// <param name="manifest">What it says of itself.</param>
/// <param name="columns">Its columns.</param>
internal sealed class FileRuns(OnnxModel model, GanManifest manifest, IReadOnlyList<CellColumn> columns) : IDisposable
{
    /// <summary>The most rows that are best run together.</summary>
    public const int MostRows = 512;

    private readonly RunOptions _run = OnnxSession.CreateRun();

    public IReadOnlyList<CellColumn> Columns => columns;

    public int LatentSize => manifest.LatentSize;

    /// <value>How many columns of categories or missing cells can be given.</value>
    public int CodeCount { get; } = columns.Count(column => column.Column.Given is not null);

    /// <value>How many columns of numbers can be given.</value>
    public int NumberCount { get; } = columns.Count(column => column.Column.GivenNumber is not null);

    /// <summary>The cells of some columns.</summary>
    /// <param name="rows">The rows; their number is that of the latents.</param>
    /// <param name="made">The indices of the columns.</param>
    /// <returns>By place among those indices, a cell for each row, and any others behind them.</returns>
    public double[][] Run(RowInputs rows, IReadOnlyList<int> made)
    {
        var inputs = new Dictionary<string, OrtValue>
        {
            [GanTensors.Latent] = OrtValue.CreateTensorValueFromMemory(rows.Latents, [rows.Capacity, LatentSize]),
        };
        try
        {
            if (CodeCount > 0) inputs.Add(GanTensors.Given, OrtValue.CreateTensorValueFromMemory(rows.Codes, [rows.Capacity, CodeCount]));
            if (NumberCount > 0)
                inputs.Add(GanTensors.GivenNumbers, OrtValue.CreateTensorValueFromMemory(rows.Numbers, [rows.Capacity, NumberCount]));
            using var outputs = model.Run(_run, inputs, [.. made.Select(index => columns[index].Column.Tensor)]);
            return [.. outputs.Select((output, place) =>
            {
                var cells = new double[rows.Capacity];
                columns[made[place]].Read(output, cells);
                return cells;
            })];
        }
        finally
        {
            foreach (var input in inputs.Values) input.Dispose();
        }
    }

    public void Dispose() => _run.Dispose();
}
