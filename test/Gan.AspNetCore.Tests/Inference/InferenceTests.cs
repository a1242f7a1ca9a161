using System.Net;
using System.Text.Json;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore.Tests.Inference;

/// <summary>The Open Inference Protocol, version 2: what it gives is what ONNX Runtime gives.</summary>
[TestClass]
public sealed class InferenceTests
{
    private const string Latent = """{"name":"Latent","shape":[2,2],"datatype":"FP32","data":[1,2,3,4]}""";
    private const string Label = """{"name":"Label","shape":[2,1],"datatype":"UINT32","data":[[3],[1]]}""";

    [TestMethod]
    public async Task Infer_LatentVectors_GivesWhatOnnxRuntimeGives()
    {
        await using var service = await TestService.StartAsync(TestModels.Network());
        float[] latents = [.. Enumerable.Range(0, 48).Select(i => MathF.Sin(i))];

        var answer = await service.JsonAsync("/v2/models/gan/infer", JsonSerializer.Serialize(new
        {
            id = "42",
            inputs = new[] { new { name = "Latent", shape = new[] { 3, 16 }, datatype = "FP32", data = latents.Chunk(16) } },
        }));

        using var session = new InferenceSession(TestModels.Network());
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(latents, [3, 16]);
        using var raw = session.Run(run, ["Latent"], [input], ["Sample"]);
        var output = answer.GetProperty("outputs")[0];
        Assert.AreEqual("42", answer.GetProperty("id").GetString());
        Assert.AreEqual("gan", answer.GetProperty("model_name").GetString());
        Assert.AreEqual("Sample", output.GetProperty("name").GetString());
        Assert.AreEqual("FP32", output.GetProperty("datatype").GetString());
        Assert.AreEqual("[3,28]", output.GetProperty("shape").GetRawText());
        CollectionAssert.AreEqual(
            raw[0].GetTensorDataAsSpan<float>().ToArray(), output.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()).ToArray());
    }

    [TestMethod]
    public async Task Infer_Classes_AreGivenByTheirKeys()
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());

        var answer = await service.JsonAsync("/v2/models/gan/infer", $$"""{"inputs":[{{Label}},{{Latent}}]}""");

        Assert.AreEqual("[301,302,103,104]", answer.GetProperty("outputs")[0].GetProperty("data").GetRawText());
    }

    [TestMethod]
    public async Task Infer_TableUnderConditions_GivesTheOutputsThatAreWanted()
    {
        var model = new TableGraph(4).Texts("Job", true, "cook", "pilot").Whole("Int", Gan.Onnx.TabularValueType.Int64, false, ("7", 7), ("9", 9))
            .Numbers("Wealth", true).Whole("Is", Gan.Onnx.TabularValueType.Boolean, false, ("True", 1), ("False", 0)).ToModel();
        await using var service = await TestService.StartTableAsync(model);

        var answer = await service.JsonAsync("/v2/models/gan/infer", """
            {"inputs":[{"name":"Latent","shape":[2,4],"datatype":"FP32","data":[-0.9,-0.9,0.1,-0.9, 0.1,0.9,-0.9,0.9]},
                       {"name":"Given","shape":[2,4],"datatype":"INT64","data":[-1,-1,-1,-1, 0,-1,-1,-1]}],
             "outputs":[{"name":"Wealth"},{"name":"Job"},{"name":"Int"},{"name":"Is"}]}
            """);

        var outputs = answer.GetProperty("outputs").EnumerateArray().ToDictionary(
            output => output.GetProperty("name").GetString()!,
            output => (output.GetProperty("datatype").GetString(), output.GetProperty("data").GetRawText()));
        Assert.AreEqual(("FP32", "[1,null]"), outputs["Wealth"]);
        Assert.AreEqual(("BYTES", """["cook","cook"]"""), outputs["Job"]);
        Assert.AreEqual(("INT64", "[7,9]"), outputs["Int"]);
        Assert.AreEqual(("BOOL", "[true,false]"), outputs["Is"]);
    }

    [TestMethod]
    [DataRow("{}", "inputs")]
    [DataRow("""{"inputs":{}}""", "inputs")]
    [DataRow("""{"inputs":[]}""", "Latent")]
    [DataRow("""{"inputs":[1]}""", "object")]
    [DataRow("""{"id":7,"inputs":[]}""", "id")]
    [DataRow($$"""{"inputs":[{{Latent}}]}""", "Label")]
    [DataRow($$"""{"inputs":[{{Latent}},{{Latent}},{{Label}}]}""", "twice")]
    [DataRow($$"""{"inputs":[{{Latent}},{{Label}}],"outputs":[{"name":"Image"}]}""", "Image")]
    [DataRow("""{"inputs":[{"name":"Noise","shape":[1,2],"datatype":"FP32","data":[1,2]}]}""", "Noise")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[1,2],"datatype":"FP64","data":[1,2]}]}""", "datatype")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[1,3],"datatype":"FP32","data":[1,2,3]}]}""", "shape")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[0,2],"datatype":"FP32","data":[]}]}""", "shape")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[-1,2],"datatype":"FP32","data":[1,2]}]}""", "shape")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":["a",2],"datatype":"FP32","data":[1,2]}]}""", "shape")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[99999999999,2],"datatype":"FP32","data":[1,2]}]}""", "rows")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[2,2],"datatype":"FP32","data":[1,2]}]}""", "values")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[1,2],"datatype":"FP32","data":[1,"2"]}]}""", "FP32")]
    [DataRow("""{"inputs":[{"name":"Latent","shape":[1,2],"datatype":"FP32","data":[1,1e99]}]}""", "FP32")]
    [DataRow($$"""{"inputs":[{{Latent}},{"name":"Label","shape":[2,1],"datatype":"UINT32","data":[1,-1]}]}""", "UINT32")]
    [DataRow($$"""{"inputs":[{{Latent}},{"name":"Label","shape":[2,1],"datatype":"UINT32","data":[1,77]}]}""", "run on")]
    [DataRow($$"""{"inputs":[{{Latent}},{"name":"Label","shape":[3,1],"datatype":"UINT32","data":[1,1,1]}]}""", "one before it")]
    public async Task Infer_WrongRequest_SaysWhatIsWrong(string body, string named)
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());

        using var response = await service.PostAsync("/v2/models/gan/infer", body);

        var problem = await Problems.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(named, problem.GetProperty("error").GetString()!);
    }

    [TestMethod]
    public async Task Model_ItsMetadata_AreThoseOfTheFile()
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional(), options => options.ModelName = "digits");

        var model = await service.JsonAsync("/v2/models/digits");

        Assert.AreEqual("digits", model.GetProperty("name").GetString());
        Assert.AreEqual("""{"name":"Latent","datatype":"FP32","shape":[-1,2]}""", model.GetProperty("inputs")[0].GetRawText());
        Assert.AreEqual("""{"name":"Label","datatype":"UINT32","shape":[-1,1]}""", model.GetProperty("inputs")[1].GetRawText());
        Assert.AreEqual("""{"name":"Sample","datatype":"FP32","shape":[-1,2]}""", model.GetProperty("outputs")[0].GetRawText());
    }

    [TestMethod]
    public async Task Model_OfAnotherName_IsNotFound()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        foreach (var path in new[] { "/v2/models/other", "/v2/models/other/ready" })
        {
            using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative));
            await Problems.ReadAsync(response, HttpStatusCode.NotFound);
        }
        using var infer = await service.PostAsync("/v2/models/other/infer", "{}");
        await Problems.ReadAsync(infer, HttpStatusCode.NotFound);
    }

    [TestMethod]
    public async Task Server_AnswersWhatItIsAndThatItIsReady()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        Assert.AreEqual("gan", (await service.JsonAsync("/v2")).GetProperty("name").GetString());
        Assert.IsTrue((await service.JsonAsync("/v2/health/live")).GetProperty("live").GetBoolean());
        Assert.IsTrue((await service.JsonAsync("/v2/health/ready")).GetProperty("ready").GetBoolean());
        Assert.IsTrue((await service.JsonAsync("/v2/models/gan/ready")).GetProperty("ready").GetBoolean());
    }
}
