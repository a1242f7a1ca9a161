using System.Net;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Gan.Serving;

namespace Gan.AspNetCore.Tests.Endpoints;

[TestClass]
public sealed class ModelTests
{
    [TestMethod]
    public async Task Model_OfImages_SaysWhatClientsNeed()
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional(1, 0, 1), options =>
        {
            options.ModelName = "digits";
            options.MostRows = 500;
        });

        var model = await service.JsonAsync("/model");

        Assert.AreEqual("digits", model.GetProperty("name").GetString());
        Assert.AreEqual("generator", model.GetProperty("kind").GetString());
        Assert.AreEqual(2, model.GetProperty("latentSize").GetInt32());
        Assert.AreEqual("Normal", model.GetProperty("prior").GetString());
        Assert.AreEqual("[2]", model.GetProperty("sampleShape").GetRawText());
        Assert.AreEqual("""["zero","one","two"]""", model.GetProperty("classNames").GetRawText());
        Assert.AreEqual("[1,0,1]", model.GetProperty("classFrequencies").GetRawText());
        Assert.AreEqual(500, model.GetProperty("limits").GetProperty("rows").GetInt32());
    }

    [TestMethod]
    public async Task Model_OfATable_DescribesItsColumns()
    {
        await using var service = await TestService.StartTableAsync(TableGraphs.EveryType().ToModel());

        var model = await service.JsonAsync("/model");

        Assert.AreEqual("tabular-generator", model.GetProperty("kind").GetString());
        var job = model.GetProperty("columns")[0];
        Assert.AreEqual("Job", job.GetProperty("name").GetString());
        Assert.AreEqual("Text", job.GetProperty("type").GetString());
        Assert.AreEqual("categorical", job.GetProperty("role").GetString());
        Assert.IsTrue(job.GetProperty("hasMissing").GetBoolean());
        Assert.AreEqual("smith, née Ünal", job.GetProperty("categories")[2].GetString());
    }

    [TestMethod]
    public async Task ModelFile_IsTheFile_AndIsNotSentAgain()
    {
        var file = TestModels.Network();
        await using var service = await TestService.StartAsync(file);

        using var response = await service.Client.GetAsync(new Uri("/model/file", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/model/file");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);

        CollectionAssert.AreEqual(file, await response.Content.ReadAsByteArrayAsync());
        Assert.AreEqual("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.AreEqual(HttpStatusCode.NotModified, (await service.Client.SendAsync(again)).StatusCode);
    }

    [TestMethod]
    public async Task Health_WithAModel_IsHealthy()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        Assert.AreEqual("Healthy", await service.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [TestMethod]
    public async Task Model_ReplacedByABrokenFile_IsDegradedAndGoesOn()
    {
        var file = TestModels.Linear(2);
        await using var service = await TestService.StartAsync(
            services => services.AddGanGenerator(options => options.OpenModel = stop => TestService.Opener(file)(stop)),
            app =>
            {
                app.MapGan();
                app.MapPost("/reload", (GanGenerator generator, CancellationToken stop) => generator.ReloadAsync(stop));
            });
        file = [1, 2, 3];

        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => service.PostAsync("/reload", ""));

        Assert.AreEqual("Degraded", await service.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        await service.TextAsync("/samples", "");
    }
}
