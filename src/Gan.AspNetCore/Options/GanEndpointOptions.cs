namespace Gan.AspNetCore;

/// <summary>Options of <see cref="GanEndpointRouteBuilderExtensions.MapGan"/>: which generator is served, and what requests must keep to.</summary>
public sealed class GanEndpointOptions
{
    /// <value>The name that the generator was registered with. Default empty: the one without a name.</value>
    public string GeneratorName { get; set; } = "";

    /// <value>The name that clients call the model by. Default null: <see cref="GeneratorName"/>, or "gan" where that is empty.</value>
    public string? ModelName { get; set; }

    /// <value>The most rows of one answer. Default 1,000,000. Range: >= 1.</value>
    public int MostRows { get; set; } = 1_000_000;

    /// <value>The most images of one picture. Default 400. Range: >= 1.</value>
    public int MostImages { get; set; } = 400;

    /// <value>The most bytes of a request's body. Default 4 MiB. Range: >= 1.</value>
    public long LargestBody { get; set; } = 1 << 22;

    /// <value>The longest time of a request, its answer included. Default 100 seconds. Range: > 0, up to 24 days.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <value>
    /// The most runs at a time of what is not run together with other requests: many rows, truncated samples, inference. Default: the processors.
    /// Range: >= 1.
    /// </value>
    public int MostRuns { get; set; } = Environment.ProcessorCount;

    /// <value>The most of such runs that wait; a request whose run would be one more is refused. Default 1024. Range: >= 1.</value>
    public int MostWaitingRuns { get; set; } = 1024;

    /// <summary>The name that clients call the model by.</summary>
    internal string Name => ModelName ?? (GeneratorName.Length == 0 ? "gan" : GeneratorName);

    internal RequestLimits Limits => new(MostRows, MostImages, LargestBody, Timeout.TotalSeconds);

    /// <exception cref="ArgumentException">An option is out of its range: all that are.</exception>
    internal void Validate()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(' ', problems));
    }

    private IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return $"{nameof(ModelName)} must not be empty, but was '{Name}'.";
        if (MostRows < 1) yield return OutOfRange(nameof(MostRows), MostRows);
        if (MostImages < 1) yield return OutOfRange(nameof(MostImages), MostImages);
        if (LargestBody < 1) yield return OutOfRange(nameof(LargestBody), LargestBody);
        if (MostRuns < 1) yield return OutOfRange(nameof(MostRuns), MostRuns);
        if (MostWaitingRuns < 1) yield return OutOfRange(nameof(MostWaitingRuns), MostWaitingRuns);
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromDays(24))
            yield return $"{nameof(Timeout)} must be more than 0 and at most 24 days, but was {Timeout}.";
    }

    private static string OutOfRange(string option, long value) =>
        FormattableString.Invariant($"{option} must be at least 1, but was {value}.");
}
