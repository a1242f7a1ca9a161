using Microsoft.ML.Gan.Training.Reports;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan;

/// <summary>How a training went.</summary>
public sealed class GanTrainingHistory
{
    internal GanTrainingHistory(IReadOnlyList<GanTrainingReport> reports, bool wasCancelled, TimeSpan elapsed, int divergenceRetries = 0)
    {
        Reports = reports;
        WasCancelled = wasCancelled;
        Elapsed = elapsed;
        DivergenceRetries = divergenceRetries;
    }

    /// <summary>Writes how a training went that came to its end.</summary>
    internal void Save(StateWriter to)
    {
        to.Write("ticks", Elapsed.Ticks);
        to.Write("divergenceRetries", DivergenceRetries);
        ReportColumns.Save(to.Section("reports"), Reports);
    }

    internal static GanTrainingHistory Load(StateReader from) =>
        new(
            [.. ReportColumns.Load(from.Section("reports"))], wasCancelled: false, TimeSpan.FromTicks(from.Read<long>("ticks")),
            from.Read<int>("divergenceRetries"));

    /// <value>The reports, in the order of their rounds; the last one is of the last round.</value>
    public IReadOnlyList<GanTrainingReport> Reports { get; }

    /// <value>Whether training was cancelled before its end; the model then has what was trained until then.</value>
    public bool WasCancelled { get; }

    /// <value>Rounds done.</value>
    public int Rounds => Reports[^1].Round;

    /// <value>The time that training took.</value>
    public TimeSpan Elapsed { get; }

    /// <value>How often training diverged, went back to its last report, and on from there with half the learning rates.</value>
    public int DivergenceRetries { get; }

    /// <value>
    /// max |ONNX Runtime − TorchSharp| of the exported generator over the values of 256 samples, in the data's units: the rounding of the export.
    /// NaN for tables, whose values are not all numbers.
    /// </value>
    public double ExportDifference { get; internal set; } = double.NaN;
}
