using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The threads that scoring is measured with.</summary>
internal static class ScoringThreads
{
    /// <summary>One, and ONNX Runtime's default.</summary>
    public static readonly IReadOnlyList<int> Each = [1, 0];

    public static string Name(int threads) => threads == 0 ? $"default, {Environment.ProcessorCount} cores" : $"{threads}";

    /// <summary>A context whose models run on so many threads, without ONNX Runtime's warnings about optional inputs.</summary>
    public static MLContext Context(int threads)
    {
        var mlContext = new MLContext();
        mlContext.SetOnnxSessionOption(
            new OnnxSessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR });
        return mlContext;
    }

    /// <summary>
    /// A cursor that scores on so many threads. ML.NET's own transformers score on two threads or more unless asked for a set of one cursor.
    /// </summary>
    public static DataViewRowCursor Cursor(IDataView data, int threads, params IEnumerable<string> columns)
    {
        var needed = columns.Select(column => data.Schema[column]);
        return threads == 1 ? data.GetRowCursorSet(needed, 1).Single() : data.GetRowCursor(needed);
    }
}
