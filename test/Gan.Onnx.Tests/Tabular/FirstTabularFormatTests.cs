using System.IO.Compression;
using Gan.Onnx.Graph.Protos;
using Gan.Testing;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx.Tests.Tabular;

/// <summary>
/// A file that was written by the release before version 2. Its columns: Job (with missing cells), Town, Country (which follows from Town), Given,
/// Children, Wage (numbers, with missing cells), Born.
/// </summary>
[TestClass]
public sealed class FirstTabularFormatTests
{
    private const int Rows = 200;

    private static readonly byte[] Old = Read();

    private static readonly string[] Columns = ["Job", "Town", "Country", "Given", "Children", "Wage", "Born"];

    [TestMethod]
    [DataRow("")]
    [DataRow("Job=cook")]
    [DataRow("Job=", "Country=Norway", "Given=True", "Wage=*")]
    public void Load_FileOfVersion1_GivesTheRowsOfItsOptionalInputs(params string[] given)
    {
        using var generator = TableGraphs.Load(Old);
        var where = given.Where(text => text.Length > 0).Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var rows = generator.Sample(Rows, seed: 3, where).Cells();

        CollectionAssert.AreEqual(Columns, generator.Schema.Select(column => column.Name).ToArray());
        TableGraphs.AreSame(RunAsWritten(where), rows);
    }

    [TestMethod]
    public void Load_FileOfVersion1_TakesRowsOfConditions()
    {
        using var generator = TableGraphs.Load(Old);
        var conditions = new Microsoft.ML.MLContext().Data.LoadFromEnumerable(
            Enumerable.Range(0, Rows).Select(i => new { Job = i % 2 == 0 ? "smith" : "*", Given = i % 3 == 0 }));

        var rows = generator.Sample(conditions).Cells("Job", "Given");

        for (var i = 0; i < Rows; i++)
        {
            if (i % 2 == 0) Assert.AreEqual("smith", rows[i][0]);
            else Assert.AreNotEqual("", rows[i][0]);
            Assert.AreEqual($"{i % 3 == 0}", rows[i][1]);
        }
    }

    [TestMethod]
    public void Save_FileOfVersion1_WritesOneOfVersion2()
    {
        using var generator = TableGraphs.Load(Old);
        using var stream = new MemoryStream();

        generator.Save(stream);

        var (model, manifest) = ModelFile.Parse(stream.ToArray(), GanManifest.TabularGeneratorKind);
        Assert.AreEqual(2, manifest.FormatVersion);
        CollectionAssert.AreEqual(new[] { "Latent", "Given" }, model.Graph.Input.Select(input => input.Name).ToArray());
        CollectionAssert.AreEqual(
            new int?[] { 0, 1, 2, 3, 4, 5, null }, manifest.Columns.Select(column => column.Given).ToArray());
        Assert.AreEqual("Given_1", manifest.Columns[3].Tensor);
        using var again = TableGraphs.Load(stream.ToArray());
        TableGraphs.AreSame(generator.Sample(Rows).Cells(), again.Sample(Rows).Cells());
    }

    [TestMethod]
    public void Load_FileOfVersion1ThatDoesNotFitItsManifest_SaysWhere()
    {
        Refuses(graph => graph.Input.Single(input => input.Name == "Given.Job").Name = "other", "its graph has no input 'Given.Job'");
        Refuses(
            graph => graph.Input.Single(input => input.Name == "Given.Job").Type.TensorType.ElemType = 1,
            "input 'Given.Job' of its graph is Single [N, 1] and not Int64 [N, 1]");
        Refuses(graph => graph.Input.Add(new ValueInfoProto { Name = "Given.Born" }), "its graph has a further input 'Given.Born'");
    }

    private static void Refuses(Action<GraphProto> change, string problem)
    {
        var (model, manifest) = ModelFile.Parse(Old, GanManifest.TabularGeneratorKind);
        change(model.Graph);

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(ModelFile.Write(model, manifest)));

        Assert.AreEqual($"The model file must fit its manifest, but {problem}.", refusal.Message);
    }

    /// <summary>The rows as plain ONNX Runtime makes them of the file as it is.</summary>
    private static string[][] RunAsWritten(Dictionary<string, string> where)
    {
        var (_, manifest) = ModelFile.Parse(Old, GanManifest.TabularGeneratorKind);
        Assert.AreEqual(1, manifest.FormatVersion);
        var latents = new float[Rows * manifest.LatentSize];
        var source = new LatentSource(3, manifest.LatentSize, manifest.Prior);
        for (var i = 0; i < Rows; i++) source.Fill(i, latents.AsSpan(i * manifest.LatentSize, manifest.LatentSize));
        var inputs = new Dictionary<string, OrtValue> { ["Latent"] = OrtValue.CreateTensorValueFromMemory(latents, [Rows, manifest.LatentSize]) };
        foreach (var column in manifest.Columns.Where(column => where.ContainsKey(column.Name)))
        {
            var code = where[column.Name] switch
            {
                "" => TabularColumn.Missing,
                "*" => TabularColumn.Present,
                var text => column.Categories.Index().Single(category => category.Item == text).Index,
            };
            inputs.Add(column.ConditionTensor!, OrtValue.CreateTensorValueFromMemory(new[] { code }, [1, 1]));
        }
        using var session = new InferenceSession(Old);
        using var options = new RunOptions();
        using var outputs = session.Run(options, inputs, [.. manifest.Columns.Select(column => column.Tensor)]);
        string[][] columns =
            [.. outputs.Zip(manifest.Columns, (output, column) => Array.ConvertAll(TensorElements.Of(output, column.Type), TableGraphs.Text))];
        foreach (var input in inputs.Values) input.Dispose();
        return [.. Enumerable.Range(0, Rows).Select(row => columns.Select(column => column[row]).ToArray())];
    }

    private static byte[] Read()
    {
        using var file = File.OpenRead(Repository.PathOf("test", "Gan.Onnx.Tests", "Tabular", "Fixture", "version-1.onnx.gz"));
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
