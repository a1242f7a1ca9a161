using System.Net;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Gan.Serving;
using Gan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gan.AspNetCore.Tests.Endpoints;

[TestClass]
public sealed class MapGanTests
{
    [TestMethod]
    public async Task MapGan_SeveralGenerators_AnswerBelowTheirPrefixes()
    {
        await using var service = await TestService.StartAsync(
            services => services
                .AddGanGenerator(options => options.OpenModel = TestService.Opener(TestModels.Linear(3)), "faces")
                .AddTabularGanGenerator(options => options.OpenModel = TestService.Opener(TableGraphs.EveryType().ToModel()), "people"),
            app =>
            {
                app.MapGan("/faces", options => options.GeneratorName = "faces");
                app.MapGan("/people", options => options.GeneratorName = "people");
            });

        Assert.AreEqual("faces", (await service.JsonAsync("/faces/model")).GetProperty("name").GetString());
        Assert.AreEqual("tabular-generator", (await service.JsonAsync("/people/model")).GetProperty("kind").GetString());
        await service.JsonAsync("/people/v2/models/people");
    }

    [TestMethod]
    public async Task MapGan_NoGeneratorOrTwo_SaysWhatToDo()
    {
        Task StartAsync(Action<IServiceCollection> register) => TestService.StartAsync(register, app => app.MapGan());

        var none = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => StartAsync(_ => { }));
        var two = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => StartAsync(services => services.AddGanGenerator("a.onnx").AddTabularGanGenerator("b.onnx")));

        Assert.Contains("AddGan", none.Message);
        Assert.Contains("different names", two.Message);
    }

    [TestMethod]
    public async Task MapGan_WrongOptions_AreAllNamed()
    {
        var fault = await Assert.ThrowsExactlyAsync<ArgumentException>(() => TestService.StartAsync(TestModels.Linear(2), options =>
        {
            options.ModelName = " ";
            options.MostRows = 0;
            options.MostImages = 0;
            options.LargestBody = 0;
            options.Timeout = TimeSpan.Zero;
            options.MostRuns = 0;
            options.MostWaitingRuns = 0;
        }));

        var checkedOptions = typeof(GanEndpointOptions).GetProperties().Select(property => property.Name)
            .Where(name => name != nameof(GanEndpointOptions.GeneratorName));
        foreach (var name in checkedOptions) Assert.Contains($"{name} must", fault.Message);
    }

    [TestMethod]
    public async Task MapGan_WhatItsGroupIsTold_HoldsForAllRoutes()
    {
        await using var service = await TestService.StartAsync(
            services => services.AddGanGenerator(options => options.OpenModel = TestService.Opener(TestModels.Linear(2))),
            app => app.MapGan().AddEndpointFilter((_, _) => ValueTask.FromResult<object?>(TypedResults.Unauthorized())));

        foreach (var path in new[] { "/model", "/model/file", "/samples/1.png", "/health", "/v2", "/v2/models/gan" })
            Assert.AreEqual(HttpStatusCode.Unauthorized, (await service.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode, path);
    }

    [TestMethod]
    public async Task AddGan_FileOfEitherKind_IsServed()
    {
        using var folder = new TemporaryFolder();
        foreach (var (kind, file) in new[] { ("generator", TestModels.Linear(2)), ("tabular-generator", TableGraphs.EveryType().ToModel()) })
        {
            await File.WriteAllBytesAsync(folder[kind], file);
            await using var service = await TestService.StartAsync(
                services => services.AddGan(folder[kind], configure: options => options.WarmUpRows = 1), app => app.MapGan());

            Assert.AreEqual(kind, (await service.JsonAsync("/model")).GetProperty("kind").GetString());
        }
    }

    [TestMethod]
    public void AddGan_NoFile_IsRefused() =>
        Assert.ThrowsExactly<FileNotFoundException>(() => new ServiceCollection().AddGan("missing.onnx"));

    [TestMethod]
    public async Task OpenApi_ListsAllRoutes()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        var paths = (await service.JsonAsync("/openapi/v1.json")).GetProperty("paths");

        string[] expected =
        [
            "/model", "/model/file", "/samples", "/samples/{seed}.png", "/health", "/v2", "/v2/health/live", "/v2/health/ready",
            "/v2/models/{name}", "/v2/models/{name}/ready", "/v2/models/{name}/infer",
        ];
        CollectionAssert.AreEquivalent(expected, paths.EnumerateObject().Select(path => path.Name).ToArray());
        var samples = paths.GetProperty("/samples").GetProperty("post");
        var forms = samples.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(form => form.Name);
        CollectionAssert.AreEquivalent(RowFormat.All.Select(form => form.MediaType).ToArray(), forms.ToArray());
        var query = paths.GetProperty("/samples/{seed}.png").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString());
        CollectionAssert.AreEquivalent(new[] { "seed", "count", "class", "truncation", "version" }, query.ToArray());
        var components = (await service.JsonAsync("/openapi/v1.json")).GetProperty("components");
        var request = components.GetProperty("schemas").GetProperty(nameof(SampleRequest));
        Assert.IsTrue(request.GetProperty("properties").TryGetProperty("truncation", out _));
    }
}
