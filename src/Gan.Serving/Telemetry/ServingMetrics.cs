using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gan.Serving;

/// <summary>The meter and the activity source of the library, both called <c>Gan.Serving</c>.</summary>
internal sealed class ServingMetrics : IDisposable
{
    public const string Name = "Gan.Serving";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter? _own;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _loads;

    /// <param name="factory">The host's; null to have a meter of its own.</param>
    public ServingMetrics(IMeterFactory? factory)
    {
        var meter = factory?.Create(Name) ?? (_own = new Meter(Name));
        _duration = meter.CreateHistogram<double>("gan.sampling.duration", "s", "From a request for rows to its answer.");
        _rows = meter.CreateCounter<long>("gan.rows", "{row}", "Rows that requests were answered with.");
        _loads = meter.CreateCounter<long>("gan.model.loads", "{load}", "Models that were loaded, or refused.");
    }

    /// <summary>An activity of a generator; null if nobody listens.</summary>
    public static Activity? StartActivity(string activity, string generator) =>
        Activities.StartActivity(activity)?.SetTag("gan.generator.name", generator);

    /// <summary>A request has ended.</summary>
    public void Sampled(string generator, int rows, TimeSpan duration, Exception? failure)
    {
        _duration.Record(duration.TotalSeconds, Tags(generator, failure));
        if (failure is null) _rows.Add(rows, Tags(generator, failure));
    }

    /// <summary>A model was loaded, or refused.</summary>
    public void Loaded(string generator, Exception? refusal) => _loads.Add(1, Tags(generator, refusal));

    public void Dispose() => _own?.Dispose();

    private static TagList Tags(string generator, Exception? failure)
    {
        var tags = new TagList { { "gan.generator.name", generator } };
        if (failure is not null) tags.Add("error.type", failure.GetType().FullName);
        return tags;
    }
}
