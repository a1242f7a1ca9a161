using System.Net;
using Gan.AspNetCore.Tests.Pictures;
using Gan.Onnx.Tests;
using Microsoft.ML;

namespace Gan.AspNetCore.Tests.Endpoints;

/// <summary>Pictures show the generator's samples, and can be kept by whoever got them.</summary>
[TestClass]
public sealed class PictureTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public async Task Picture_OfASeed_ShowsItsSample(int channels)
    {
        var model = TestModels.Linear(channels, 2, 48);
        await using var service = await TestService.StartAsync(model);

        var picture = PngFile.Read(await service.Client.GetByteArrayAsync(new Uri("/samples/7.png", UriKind.Relative)));

        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(model));
        var sample = generator.Sample(1, 7).Vectors("Sample")[0];
        var (least, greatest) = (sample.Min(), sample.Max());
        Assert.AreEqual((48 * 24, 48, channels), (picture.Width, picture.Height, picture.Channels));
        for (var channel = 0; channel < channels; channel++)
        {
            for (var x = 0; x < 48; x++)
            {
                var expected = (byte)Math.Round(255 * (sample[(channel * 2 + 1) * 48 + x] - least) / (greatest - least));
                Assert.AreEqual(expected, picture[channel, y: 24, x * 24]);
                Assert.AreEqual(expected, picture[channel, y: 47, x * 24 + 23]);
            }
        }
    }

    [TestMethod]
    public async Task Samples_AsPicture_AreASquareOfTiles()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 48, 50));

        using var response = await service.PostAsync("/samples", """{"count":5}""", "image/png");

        var picture = PngFile.Read(await response.Content.ReadAsByteArrayAsync());
        Assert.AreEqual((3 * 50 + 4, 2 * 48 + 2), (picture.Width, picture.Height));
        Assert.AreEqual(255, picture[0, y: 97, x: 153]);           // no sixth sample
    }

    [TestMethod]
    [DataRow("?count=401", "count")]
    [DataRow("?count=many", "count")]
    [DataRow("?class=zero", "class")]
    [DataRow("?truncation=2", "truncation")]
    [DataRow("?size=big", "size")]
    public async Task Picture_WrongQuery_IsNamed(string query, string field)
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 4, 4));

        using var response = await service.Client.GetAsync(new Uri($"/samples/1.png{query}", UriKind.Relative));

        var problem = await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.IsTrue(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [TestMethod]
    public async Task Picture_SeedThatIsNoNumber_IsNamed()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 4, 4));

        using var response = await service.Client.GetAsync(new Uri("/samples/cat.png", UriKind.Relative));

        var problem = await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.IsTrue(problem.GetProperty("errors").TryGetProperty("seed", out _));
    }

    [TestMethod]
    public async Task Picture_OfMoreThanAPictureHolds_IsRefused()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 800, 800));

        using var response = await service.PostAsync("/samples", """{"count":10}""", "image/png");

        await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task Picture_OfSamplesThatAreNoImages_IsRefused()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        using var response = await service.Client.GetAsync(new Uri("/samples/1.png", UriKind.Relative));

        await Problems.ReadAsync(response, HttpStatusCode.NotAcceptable);
    }

    [TestMethod]
    public async Task Picture_KnownToItsClient_IsNotSentAgain()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 4, 4));
        using var first = await service.Client.GetAsync(new Uri("/samples/1.png", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.NotModified, (await AgainAsync("/samples/1.png")).StatusCode);
        foreach (var other in new[] { "/samples/2.png", "/samples/1.png?count=2", "/samples/1.png?truncation=0.5" })
            Assert.AreEqual(HttpStatusCode.OK, (await AgainAsync(other)).StatusCode, other);

        async Task<HttpResponseMessage> AgainAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await service.Client.SendAsync(request);
        }
    }

    [TestMethod]
    public async Task Picture_OfAnotherModel_HasAnotherTag()
    {
        await using var one = await TestService.StartAsync(TestModels.Linear(1, 4, 4));
        await using var other = await TestService.StartAsync(TestModels.Linear(1, 4, 5));

        using var first = await one.Client.GetAsync(new Uri("/samples/1.png", UriKind.Relative));
        using var second = await other.Client.GetAsync(new Uri("/samples/1.png", UriKind.Relative));

        Assert.AreNotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [TestMethod]
    public async Task Picture_OfTheVersionInService_IsForEver()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(1, 4, 4));
        var version = (await service.JsonAsync("/model")).GetProperty("version").GetString();

        using var known = await service.Client.GetAsync(new Uri($"/samples/1.png?version={version}", UriKind.Relative));
        using var any = await service.Client.GetAsync(new Uri("/samples/1.png", UriKind.Relative));
        using var other = await service.Client.GetAsync(new Uri("/samples/1.png?version=0", UriKind.Relative));

        Assert.AreEqual("public, max-age=31536000, immutable", known.Headers.GetValues("Cache-Control").Single());
        Assert.IsTrue(any.Headers.CacheControl!.NoCache);
        await Problems.ReadAsync(other, HttpStatusCode.NotFound);
    }
}
