using Gan.Onnx;
using Microsoft.ML;

namespace Gan.Serving;

/// <summary>Where a generator's file is, and how requests for its rows are run.</summary>
public abstract class ServingOptions
{
    private protected ServingOptions()
    {
    }

    /// <value>The generator's ONNX file. Default null. One of this, <see cref="ModelUri"/> and <see cref="OpenModel"/> must be set.</value>
    public string? ModelPath { get; set; }

    /// <value>Where the generator's ONNX file is: a URI of the scheme file, http or https. Default null.</value>
    public Uri? ModelUri { get; set; }

    /// <value>Opens the generator's ONNX file, each time that it is loaded. The stream is disposed of when it was read. Default null.</value>
    public Func<CancellationToken, Task<Stream>>? OpenModel { get; set; }

    /// <value>What an http or https <see cref="ModelUri"/> is read by. Default null: a client of the library.</value>
    public HttpClient? HttpClient { get; set; }

    /// <value>The context whose device and session options are used. Default null: a new one.</value>
    public MLContext? MLContext { get; set; }

    /// <value>
    /// How often a file is looked at, to load it when it has changed. It is loaded once it stays the same for this long.
    /// Default one second. Range: >= 0; zero for never.
    /// </value>
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <value>The rows that a generator makes before it serves its first request. Default 64. Range: >= 0.</value>
    public int WarmUpRows { get; set; } = 64;

    /// <value>The most rows that are run together. Default 256. Range: >= 1.</value>
    public int LargestBatch { get; set; } = 256;

    /// <value>
    /// The longest time that a request waits for others to run with, while the generator has nothing to do. Default zero: what comes during
    /// a run goes together into the next. Range: >= 0.
    /// </value>
    public TimeSpan LongestWait { get; set; }

    /// <value>The most requests that wait; more are refused by <see cref="GanOverloadException"/>. Default 1024. Range: >= 1.</value>
    public int QueueLength { get; set; } = 1024;

    /// <value>The most rows that one request may ask for. Default 65,536. Range: >= 1.</value>
    public int MostRows { get; set; } = 1 << 16;

    /// <value>
    /// Makes the personal data of a table's rows, as <see cref="TabularGenerator.PersonalData"/> has it. Default null: letters and digits.
    /// </value>
    public IPersonalData? PersonalData { get; set; }

    /// <summary>Sets all options as another object has them.</summary>
    internal void CopyFrom(ServingOptions other)
    {
        ModelPath = other.ModelPath;
        ModelUri = other.ModelUri;
        OpenModel = other.OpenModel;
        HttpClient = other.HttpClient;
        MLContext = other.MLContext;
        ReloadInterval = other.ReloadInterval;
        WarmUpRows = other.WarmUpRows;
        LargestBatch = other.LargestBatch;
        LongestWait = other.LongestWait;
        QueueLength = other.QueueLength;
        MostRows = other.MostRows;
        PersonalData = other.PersonalData;
    }

    /// <summary>All that is wrong with the options, in whole sentences.</summary>
    internal IEnumerable<string> Problems()
    {
        var models = (string.IsNullOrWhiteSpace(ModelPath) ? 0 : 1) + (ModelUri is null ? 0 : 1) + (OpenModel is null ? 0 : 1);
        if (models != 1)
        {
            yield return $"The model must be given once, but was {(models == 0 ? "not given" : $"given {models} times")}. " +
                $"Set one of {nameof(ModelPath)}, {nameof(ModelUri)} and {nameof(OpenModel)}.";
        }
        if (ModelUri is { } uri && !(uri.IsAbsoluteUri && (uri.IsFile || uri.Scheme is "http" or "https")))
            yield return $"{nameof(ModelUri)} must be absolute and of the scheme file, http or https, but was {uri}.";
        if (!IsWaitable(ReloadInterval)) yield return OutOfRange(nameof(ReloadInterval), "from 0 to 24 days", ReloadInterval);
        if (WarmUpRows < 0) yield return OutOfRange(nameof(WarmUpRows), "at least 0", WarmUpRows);
        if (LargestBatch < 1) yield return OutOfRange(nameof(LargestBatch), "at least 1", LargestBatch);
        if (!IsWaitable(LongestWait)) yield return OutOfRange(nameof(LongestWait), "from 0 to 24 days", LongestWait);
        if (QueueLength < 1) yield return OutOfRange(nameof(QueueLength), "at least 1", QueueLength);
        if (MostRows < 1) yield return OutOfRange(nameof(MostRows), "at least 1", MostRows);
    }

    private static bool IsWaitable(TimeSpan time) => time >= TimeSpan.Zero && time <= TimeSpan.FromDays(24);

    private static string OutOfRange(string option, string range, object value) =>
        FormattableString.Invariant($"{option} must be {range}, but was {value}.");
}
