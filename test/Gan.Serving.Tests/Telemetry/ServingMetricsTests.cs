using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gan.Onnx.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gan.Serving.Tests.Telemetry;

[TestClass]
public sealed class ServingMetricsTests
{
    [TestMethod]
    public async Task Metrics_LoadsAndRequests_AreSeenByAListener()
    {
        var seen = new List<string>();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        byte[] file = TestModels.Linear(2);
        builder.Services.AddMetrics();
        builder.Services.AddGanGenerator(options => options.OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(file)), "small");
        using var host = builder.Build();
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == "Gan.Serving" && ReferenceEquals(instrument.Meter.Scope, factory)) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, $"{value}", tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value is >= 0 and < 600 ? "a time" : "?", tags));
        listener.Start();
        await host.StartAsync();
        var generator = host.Services.GetRequiredKeyedService<GanGenerator>("small");

        await generator.SampleAsync(5);
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => generator.SampleAsync(0));
        file = [];
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => generator.ReloadAsync());

        Assert.AreEqual(
            """
            gan.model.loads 1 {load} gan.generator.name=small
            gan.sampling.duration a time s gan.generator.name=small
            gan.rows 5 {row} gan.generator.name=small
            gan.sampling.duration a time s gan.generator.name=small error.type=System.ArgumentOutOfRangeException
            gan.model.loads 1 {load} gan.generator.name=small error.type=System.IO.InvalidDataException
            """,
            string.Join('\n', seen));

        void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => seen.Add(
            $"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
    }

    [TestMethod]
    public async Task Activities_LoadsAndRequests_AreSeenByAListener()
    {
        var ended = new List<string>();
        using var served = Served.Generator(TestModels.Linear(2));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Gan.Serving",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var tags = string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
                lock (ended) ended.Add($"{activity.OperationName} {activity.Status} {tags}");
            },
        };
        ActivitySource.AddActivityListener(listener);

        await served.SampleAsync(5);
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => served.SampleAsync(-5));

        CollectionAssert.IsSubsetOf(
            new[]
            {
                "gan.load Unset gan.generator.name=small", "gan.sample Unset gan.generator.name=small gan.rows=5",
                "gan.sample Error gan.generator.name=small gan.rows=-5",
            },
            ended);
    }
}
