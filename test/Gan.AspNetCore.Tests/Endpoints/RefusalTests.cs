using System.Net;
using System.Text;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;

namespace Gan.AspNetCore.Tests.Endpoints;

/// <summary>Whatever is wrong with a request, its client is told what it must be; a fault of the server it never is.</summary>
[TestClass]
public sealed class RefusalTests
{
    [TestMethod]
    [DataRow("""{"count":0}""", "count")]
    [DataRow("""{"count":-3}""", "count")]
    [DataRow("""{"count":1001}""", "count")]
    [DataRow("""{"count":99999999999}""", "count")]
    [DataRow("""{"count":1.5}""", "count")]
    [DataRow("""{"count":"3"}""", "count")]
    [DataRow("""{"seed":[]}""", "seed")]
    [DataRow("""{"class":"four"}""", "class")]
    [DataRow("""{"class":"zero"}""", "class")]
    [DataRow("""{"class":{}}""", "class")]
    [DataRow("""{"where":{"sex":"Female"}}""", "where")]
    [DataRow("""{"truncation":-0.1}""", "truncation")]
    [DataRow("""{"truncation":1e999}""", "truncation")]
    [DataRow("""{"truncation":"high"}""", "truncation")]
    [DataRow("""{"size":3}""", "size")]
    public async Task Samples_WrongField_IsNamed(string body, string field)
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional(0, 1, 1), options => options.MostRows = 1000);

        using var response = await service.PostAsync("/samples", body);

        var problem = await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(field, problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [TestMethod]
    [DataRow("""{"where":{"Job":"king"}}""", "king")]
    [DataRow("""{"where":{"Shoe":"big"}}""", "Shoe")]
    [DataRow("""{"where":{"Wealth":"3.5"}}""", "Wealth")]
    [DataRow("""{"where":{"Job":["cook"]}}""", "Job")]
    [DataRow("""{"where":["Job"]}""", "where")]
    [DataRow("""{"class":"cook"}""", "class")]
    [DataRow("""{"truncation":0.5}""", "truncation")]
    public async Task Samples_WrongConditions_AreNamed(string body, string named)
    {
        await using var service = await TestService.StartTableAsync(TableGraphs.EveryType().ToModel());

        foreach (var count in new[] { 1, 1000 })
        {
            using var response = await service.PostAsync("/samples", body.Insert(1, $"\"count\":{count},"));

            var problem = await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
            Assert.Contains(named, problem.GetProperty("detail").GetString()!);
        }
    }

    [TestMethod]
    public async Task Samples_SeveralFaults_AreAllNamed()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        using var response = await service.PostAsync("/samples", """{"count":-1,"class":"a","truncation":7}""");

        var errors = (await Problems.ReadAsync(response, HttpStatusCode.BadRequest)).GetProperty("errors");
        CollectionAssert.AreEquivalent(new[] { "count", "class", "truncation" }, errors.EnumerateObject().Select(field => field.Name).ToArray());
    }

    [TestMethod]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("""{"count":1,"count":2}""")]
    [DataRow("""{"class":"\ud800"}""")]
    [DataRow("""{"\udc00":1}""")]
    [DataRow("""{"where":{"\ud800":1}}""")]
    public async Task Samples_NoJsonObject_IsRefused(string body)
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());

        using var response = await service.PostAsync("/samples", body);

        await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task Samples_RandomBodies_AreNeverAFaultOfTheServer()
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());
        var random = new Random(1);
        var seed = Encoding.UTF8.GetBytes("""{"count":3,"seed":7,"class":"two","where":{"a":null},"truncation":0.5,"inputs":[{"name":"Latent"}]}""");

        for (var round = 0; round < 300; round++)
        {
            var body = round % 3 == 0 ? new byte[random.Next(64)] : [.. seed];
            if (round % 3 == 0) random.NextBytes(body);
            else for (var change = 0; change < 1 + round % 5; change++) body[random.Next(body.Length)] = (byte)random.Next(256);
            foreach (var path in new[] { "/samples", "/v2/models/gan/infer" })
            {
                using var response = await service.PostAsync(path, body);
                if (response.IsSuccessStatusCode) continue;
                await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
            }
        }
    }

    [TestMethod]
    public async Task Samples_BodyOverTheLimit_IsRefused()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2), options => options.LargestBody = 20);

        foreach (var path in new[] { "/samples", "/v2/models/gan/infer" })
        {
            using var known = await service.PostAsync(path, new string(' ', 21));
            await Problems.ReadAsync(known, HttpStatusCode.RequestEntityTooLarge);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new EndlessContent() };
            using var endless = await service.Client.SendAsync(request);
            await Problems.ReadAsync(endless, HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [TestMethod]
    public async Task Samples_OtherContentType_IsRefused()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        using var response = await service.Client.PostAsync(new Uri("/samples", UriKind.Relative), new StringContent("count=3"));

        await Problems.ReadAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [TestMethod]
    [DataRow("text/html")]
    [DataRow("image/png")]
    [DataRow("application/json;q=0")]
    [DataRow("%&/")]
    public async Task Samples_NoFormThatCanBe_IsRefused(string accept)
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        using var response = await service.PostAsync("/samples", "", accept);

        await Problems.ReadAsync(response, HttpStatusCode.NotAcceptable);
    }

    private sealed class EndlessContent : HttpContent
    {
        public EndlessContent() => Headers.ContentType = new("application/json");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                while (true) await stream.WriteAsync(new byte[1024]);
            }
            catch (IOException)
            {
                // the server has heard enough
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
