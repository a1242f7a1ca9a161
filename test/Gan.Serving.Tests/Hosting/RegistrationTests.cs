using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Gan.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gan.Serving.Tests.Hosting;

[TestClass]
public sealed class RegistrationTests
{
    [TestMethod]
    public async Task Add_EveryOverload_ServesTheModel()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], TestModels.Linear(2));
        File.WriteAllBytes(folder["t.onnx"], TableGraphs.EveryType().ToModel());
        using var host = Host(services => services
            .AddGanGenerator()
            .Configure<GanGeneratorOptions>(options => options.ModelPath = folder["g.onnx"])
            .AddGanGenerator(folder["g.onnx"], "path")
            .AddGanGenerator(Section("ModelPath", folder["g.onnx"]), "section")
            .AddGanGenerator(options => options.ModelPath = folder["g.onnx"], "action")
            .AddGanGenerator(new GanGeneratorOptions { ModelPath = folder["g.onnx"] }, "object")
            .AddTabularGanGenerator()
            .Configure<TabularGanGeneratorOptions>(options => options.ModelPath = folder["t.onnx"])
            .AddTabularGanGenerator(folder["t.onnx"], "path")
            .AddTabularGanGenerator(Section("ModelPath", folder["t.onnx"]), "section")
            .AddTabularGanGenerator(options => options.ModelPath = folder["t.onnx"], "action")
            .AddTabularGanGenerator(new TabularGanGeneratorOptions { ModelPath = folder["t.onnx"] }, "object"));
        await host.StartAsync();

        Assert.AreEqual(3, (await host.Services.GetRequiredService<GanGenerator>().SampleAsync(3)).Count);
        Assert.AreEqual(3, (await host.Services.GetRequiredService<TabularGanGenerator>().SampleAsync(3)).GetRowCount());
        foreach (var name in new[] { "path", "section", "action", "object" })
        {
            Assert.AreEqual(3, (await host.Services.GetRequiredKeyedService<GanGenerator>(name).SampleAsync(3)).Count);
            Assert.AreEqual(3, (await host.Services.GetRequiredKeyedService<TabularGanGenerator>(name).SampleAsync(3)).GetRowCount());
            Assert.AreEqual(name, host.Services.GetRequiredKeyedService<GanGenerator>(name).Name);
        }
        await host.StopAsync();
    }

    [TestMethod]
    public void Add_TwiceUnderOneName_IsOneGenerator()
    {
        using var host = Host(services => services.AddGanGenerator("a.onnx").AddGanGenerator("b.onnx").AddGanGenerator("c.onnx", "other"));

        Assert.HasCount(1, host.Services.GetServices<GanGenerator>());
        Assert.HasCount(2, host.Services.GetServices<IHostedService>());
        Assert.AreEqual("b.onnx", host.Services.GetRequiredService<IOptions<GanGeneratorOptions>>().Value.ModelPath);
    }

    [TestMethod]
    public async Task Start_FaultyOptions_NamesThemAll()
    {
        using var host = Host(services => services
            .AddGanGenerator(options => options.LargestBatch = 0, "faces")
            .AddTabularGanGenerator(Section("QueueLength", "-2")));

        var fault = await Assert.ThrowsExactlyAsync<AggregateException>(() => host.StartAsync());

        CollectionAssert.AreEquivalent(
            new[]
            {
                "Generator 'faces': The model must be given once, but was not given. Set one of ModelPath, ModelUri and OpenModel.",
                "Generator 'faces': LargestBatch must be at least 1, but was 0.",
                "Generator '': The model must be given once, but was not given. Set one of ModelPath, ModelUri and OpenModel.",
                "Generator '': QueueLength must be at least 1, but was -2.",
            },
            fault.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures).ToArray());
    }

    [TestMethod]
    public void Add_SectionOfTheConfiguration_SetsWhatTextCanSay()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ModelUri"] = "https://models.example/g.onnx",
            ["ReloadInterval"] = "00:00:05",
            ["LongestWait"] = "00:00:00.002",
            ["WarmUpRows"] = "1",
            ["LargestBatch"] = "2",
            ["QueueLength"] = "3",
            ["MostRows"] = "4",
        }).Build();
        using var host = Host(services => services.AddGanGenerator(section, "web"));

        var options = host.Services.GetRequiredService<IOptionsMonitor<GanGeneratorOptions>>().Get("web");

        Assert.AreEqual(new Uri("https://models.example/g.onnx"), options.ModelUri);
        Assert.AreEqual(TimeSpan.FromSeconds(5), options.ReloadInterval);
        Assert.AreEqual(TimeSpan.FromMilliseconds(2), options.LongestWait);
        CollectionAssert.AreEqual(
            new[] { 1, 2, 3, 4 }, new[] { options.WarmUpRows, options.LargestBatch, options.QueueLength, options.MostRows });
        Assert.IsNull(options.HttpClient);
        Assert.IsNull(options.MLContext);
    }

    [TestMethod]
    public async Task Start_UnknownOptionInTheConfiguration_IsRefused()
    {
        using var host = Host(services => services.AddGanGenerator(Section("ModlePath", "a.onnx")));

        var fault = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => host.StartAsync());

        StringAssert.Contains(fault.Message, "ModlePath");
    }

    [TestMethod]
    public async Task Start_ModelThatIsNotThere_StopsTheProgram()
    {
        using var folder = new TemporaryFolder();
        var log = new TestLog();
        using var host = Host(services => services.AddGanGenerator(folder["g.onnx"]).AddLogging(logging => logging.AddProvider(log)));

        var fault = await Assert.ThrowsExactlyAsync<FileNotFoundException>(() => host.StartAsync());

        CollectionAssert.Contains(
            log.Entries.ToList(), (LogLevel.Error, $"Generator '' could not be loaded from {folder["g.onnx"]}: {fault.Message}"));
    }

    [TestMethod]
    public async Task HealthCheck_LoadedRefusedAndMissingModels_AreToldApart()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], TestModels.Linear(2));
        using var host = Host(services => services
            .AddGanGenerator(folder["g.onnx"])
            .AddTabularGanGenerator(folder["missing.onnx"], "people")
            .AddLogging()
            .AddHealthChecks().AddGanGenerator().AddTabularGanGenerator("people"));
        var health = host.Services.GetRequiredService<HealthCheckService>();

        var atFirst = await health.CheckHealthAsync();
        File.WriteAllBytes(folder["g.onnx"], [1]);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => host.Services.GetRequiredService<GanGenerator>().ReloadAsync());
        var afterwards = await health.CheckHealthAsync();

        Assert.AreEqual(HealthStatus.Healthy, atFirst.Entries["gan"].Status);
        Assert.AreEqual(HealthStatus.Unhealthy, atFirst.Entries["tabular-gan-people"].Status);
        Assert.IsInstanceOfType<FileNotFoundException>(atFirst.Entries["tabular-gan-people"].Exception);
        Assert.AreEqual(HealthStatus.Degraded, afterwards.Entries["gan"].Status);
        Assert.AreEqual(
            "Generator '' goes on with an older model, since the newest was refused.", afterwards.Entries["gan"].Description);
    }

    [TestMethod]
    public async Task Services_WithoutAHost_ServeToo()
    {
        var services = new ServiceCollection();
        services.AddGanGenerator(options => options.OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(TestModels.Linear(2))));
        using var provider = services.BuildServiceProvider();

        Assert.AreEqual(2, (await provider.GetRequiredService<GanGenerator>().SampleAsync(2)).Count);
    }

    private static IHost Host(Action<IServiceCollection> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        configure(builder.Services);
        return builder.Build();
    }

    private static IConfiguration Section(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"Gan:{key}"] = value }).Build().GetSection("Gan");
}
