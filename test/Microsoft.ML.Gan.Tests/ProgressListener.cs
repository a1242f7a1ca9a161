namespace Microsoft.ML.Gan.Tests;

/// <summary>Is told of each report where the fit makes it, on its thread.</summary>
internal sealed class ProgressListener(Action<GanProgress> onReport) : IProgress<GanProgress>
{
    public void Report(GanProgress value) => onReport(value);
}
