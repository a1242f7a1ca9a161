using System.Net;
using Gan.Testing;

namespace Gan.Serving.Tests.Models;

[TestClass]
public sealed class ModelSourceTests
{
    private static readonly byte[] File1 = [1, 2, 3];

    [TestMethod]
    public async Task Source_OfEachKind_ReadsTheBytes()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a model.onnx"], File1);
        using var client = new HttpClient(new OneFile());
        GanGeneratorOptions[] options =
        [
            new() { ModelPath = folder["a model.onnx"] },
            new() { ModelUri = new Uri(folder["a model.onnx"]) },
            new() { ModelUri = new Uri("https://models.example/a.onnx?key=secret"), HttpClient = client },
            new() { OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(File1)) },
        ];

        foreach (var option in options)
            CollectionAssert.AreEqual(File1, await ModelSource.Create(option).ReadAsync(CancellationToken.None));
        CollectionAssert.AreEqual(
            new[] { folder["a model.onnx"], folder["a model.onnx"], "https://models.example/a.onnx", "a stream" },
            options.Select(option => ModelSource.Create(option).ToString()).ToArray());
    }

    [TestMethod]
    public async Task Source_OfTheWeb_SaysWhatTheServerSays()
    {
        using var client = new HttpClient(new OneFile());
        var source = ModelSource.Create(new GanGeneratorOptions { ModelUri = new Uri("https://models.example/b.onnx"), HttpClient = client });

        var fault = await Assert.ThrowsExactlyAsync<HttpRequestException>(() => source.ReadAsync(CancellationToken.None));

        Assert.AreEqual(HttpStatusCode.NotFound, fault.StatusCode);
        Assert.IsNull(source.Stamp());
    }

    [TestMethod]
    public void Stamp_OfAFile_TellsChangesAndLinks()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["1"], File1);
        File.WriteAllBytes(folder["2"], File1);
        File.SetLastWriteTimeUtc(folder["2"], File.GetLastWriteTimeUtc(folder["1"]));
        File.CreateSymbolicLink(folder["link"], folder["1"]);
        var source = ModelSource.Create(new GanGeneratorOptions { ModelPath = folder["link"] });

        var first = source.Stamp();
        Assert.AreEqual(first, source.Stamp());
        File.Delete(folder["link"]);
        Assert.IsNull(source.Stamp());
        File.CreateSymbolicLink(folder["link"], folder["2"]);
        var second = source.Stamp();
        File.WriteAllBytes(folder["2"], [1, 2]);

        Assert.AreNotEqual(first, second);
        Assert.AreNotEqual(second, source.Stamp());
    }

    private sealed class OneFile : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(request.RequestUri!.AbsolutePath == "/a.onnx"
                ? new HttpResponseMessage { Content = new ByteArrayContent(File1) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
