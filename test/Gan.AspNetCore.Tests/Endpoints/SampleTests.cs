using System.Text.Json;
using Gan.Onnx;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.AspNetCore.Tests.Endpoints;

/// <summary>Rows over HTTP are those of the generator, in every form, few or many.</summary>
[TestClass]
public sealed class SampleTests
{
    private const int RowsAtOnce = 256;

    [TestMethod]
    [DataRow(3)]
    [DataRow(RowsAtOnce)]
    [DataRow(RowsAtOnce + 1)]
    [DataRow(3 * RowsAtOnce)]
    public async Task Samples_Json_AreTheGeneratorsRows(int count)
    {
        await using var service = await TestService.StartAsync(TestModels.Network());

        var json = await service.JsonAsync("/samples", $$"""{"count":{{count}},"seed":7}""");

        TestData.AreSame(Alone(TestModels.Network(), count, 7), Values(json));
    }

    [TestMethod]
    public async Task Samples_EmptyBody_IsTheFirstRowOfSeed0()
    {
        await using var service = await TestService.StartAsync(TestModels.Network());

        TestData.AreSame(Alone(TestModels.Network(), 1, 0), Values(await service.JsonAsync("/samples", "")));
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(300)]
    public async Task Samples_Lines_AreThoseOfJson(int count)
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());
        var body = $$"""{"count":{{count}},"seed":3}""";

        var lines = (await service.TextAsync("/samples", body, "application/x-ndjson")).Split('\n');

        var expected = (await service.JsonAsync("/samples", body)).GetProperty("samples").EnumerateArray().Select(row => row.GetRawText());
        CollectionAssert.AreEqual(expected.Append("").ToArray(), lines);
    }

    /// <summary>Identifiers are no columns of the file, but of the rows.</summary>
    [TestMethod]
    [DataRow(2)]
    [DataRow(300)]
    public async Task Samples_TableWithAnIdentifier_HaveItInEveryForm(int count)
    {
        var graph = new TableGraph(2).Texts("Job", hasMissing: false, "cook", "pilot");
        var number = new TabularIdentifier
        {
            Name = "Number",
            Type = TabularValueType.Int32,
            Pattern = new() { Numbers = IdentifierNumbers.Beside([12_000, 55_555, 91_234], int.MinValue, int.MaxValue) },
        };
        await using var service = await TestService.StartTableAsync(graph.ToModel(graph.Manifest with { Identifiers = [number] }));
        var body = $$"""{"count":{{count}},"seed":3}""";

        var csv = (await service.TextAsync("/samples", body, "text/csv")).TrimEnd().Split("\r\n");
        var rows = (await service.JsonAsync("/samples", body)).GetProperty("samples").EnumerateArray().ToList();
        var model = await service.JsonAsync("/model");

        Assert.AreEqual("Number,Job", csv[0]);
        CollectionAssert.AreEqual(
            rows.Select(row => $"{row.GetProperty("Number").GetInt32()},{row.GetProperty("Job").GetString()}").ToArray(), csv[1..]);
        Assert.AreEqual(count, rows.Select(row => row.GetProperty("Number").GetInt32()).Distinct().Count());
        Assert.AreEqual("""[{"name":"Number","type":"Int32","personal":null}]""", model.GetProperty("identifiers").GetRawText());
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(300)]
    public async Task Samples_Csv_HasClassesAndValues(int count)
    {
        await using var service = await TestService.StartAsync(TestModels.Conditional());

        var csv = await service.TextAsync("/samples", $$"""{"count":{{count}},"seed":3,"class":"two"}""", "text/csv");

        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(TestModels.Conditional()));
        var expected = generator.Sample(count, "two", 3).Vectors("Sample")
            .Select(row => $"two,{TableGraphs.Text(row[0])},{TableGraphs.Text(row[1])}");
        CollectionAssert.AreEqual(expected.Prepend("Label,Sample1,Sample2").Append("").ToArray(), csv.Split("\r\n"));
    }

    [TestMethod]
    public async Task Samples_Truncated_AreOfLatentVectorsTowardsTheMean()
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        var whole = Values(await service.JsonAsync("/samples", """{"count":5,"seed":1}"""));
        var half = Values(await service.JsonAsync("/samples", """{"count":5,"seed":1,"truncation":0.5}"""));

        TestData.AreSame([.. whole.Select(row => row.Select(value => value / 2).ToArray())], half, tolerance: 1e-5f);
    }

    [TestMethod]
    [DataRow(4)]
    [DataRow(400)]
    public async Task Samples_OfATable_AreTypedAndGiven(int count)
    {
        var model = TableGraphs.EveryType().ToModel();
        await using var service = await TestService.StartTableAsync(model);

        var json = await service.JsonAsync(
            "/samples", $$$"""{"count":{{{count}}},"seed":5,"where":{"Sex":"male","Int":-7,"Is":true,"Grade":null}}""");

        var rows = json.GetProperty("samples").EnumerateArray().ToArray();
        Assert.HasCount(count, rows);
        foreach (var row in rows)
        {
            Assert.AreEqual("male", row.GetProperty("Sex").GetString());
            Assert.AreEqual(-7, row.GetProperty("Int").GetInt32());
            Assert.IsTrue(row.GetProperty("Is").GetBoolean());
            Assert.AreEqual(JsonValueKind.Null, row.GetProperty("Grade").ValueKind);
        }
        using var generator = TableGraphs.Load(model);
        var where = new Dictionary<string, string> { ["Sex"] = "male", ["Int"] = "-7", ["Is"] = "True", ["Grade"] = "" };
        var heights = generator.Sample(count, 5, where).GetColumn<float>("Height").ToArray();
        CollectionAssert.AreEqual(heights, rows.Select(row => row.GetProperty("Height").GetSingle()).ToArray());
    }

    [TestMethod]
    public async Task Samples_OfATableAsCsv_QuoteWhatNeedsIt()
    {
        var model = new TableGraph(2).Texts("say \"hi\"", true, "a,b", "\"").Texts("Job", false, "plain", "two\nlines").ToModel();
        await using var service = await TestService.StartTableAsync(model);

        var csv = await service.TextAsync("/samples", """{"count":200}""", "text/csv");

        Assert.StartsWith("\"say \"\"hi\"\"\",Job\r\n", csv);
        string[] rows = ["\"a,b\",plain\r\n", "\"\"\"\",plain\r\n", "\r\n,plain\r\n", "\"a,b\",\"two\nlines\"\r\n"];
        foreach (var row in rows) Assert.Contains(row, csv);
    }

    [TestMethod]
    [DataRow("*/*", "application/json")]
    [DataRow("text/*", "text/csv")]
    [DataRow("text/html, application/x-ndjson;q=0.4, text/csv;q=0.3", "application/x-ndjson")]
    [DataRow("application/json;q=0, */*;q=0.1", "application/json")]
    public async Task Samples_Accept_ChoosesTheForm(string accept, string expected)
    {
        await using var service = await TestService.StartAsync(TestModels.Linear(2));

        using var response = await service.PostAsync("/samples", "", accept);

        var type = response.Content.Headers.ContentType!;
        Assert.AreEqual(expected, type.MediaType);
        Assert.AreEqual(expected == "text/csv" ? "utf-8" : null, type.CharSet);
    }

    private static float[][] Alone(byte[] model, int count, int seed)
    {
        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(model));
        return generator.Sample(count, seed).Vectors("Sample");
    }

    private static float[][] Values(JsonElement json) => [.. json.GetProperty("samples").EnumerateArray()
        .Select(row => row.GetProperty("values").EnumerateArray().Select(value => value.GetSingle()).ToArray())];
}
