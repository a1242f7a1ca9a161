using Microsoft.ML;

namespace Gan.Onnx.Tests.Tabular;

[TestClass]
public sealed class TabularBatchTests
{
    private const int LatentSize = 21;

    [TestMethod]
    [DataRow(1)]
    [DataRow(100)]
    public void Generate_LatentsOfASeed_MakesTheRowsOfTheSeed(int rows)
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        using var batch = generator.CreateBatch(100);

        batch.Generate(Latents(rows, seed: 3));

        Assert.AreEqual(rows, batch.Count);
        TableGraphs.AreSame(generator.Sample(rows, seed: 3).Cells(), Cells(batch, generator.Schema));
    }

    [TestMethod]
    public void Generate_FewerAndMoreRows_ForgetsThoseBefore()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        using var batch = generator.CreateBatch(50);

        foreach (var (rows, seed) in new[] { (50, 1), (7, 2), (0, 3), (50, 4) })
        {
            batch.Generate(Latents(rows, seed));
            TableGraphs.AreSame(generator.Sample(rows, seed).Cells(), Cells(batch, generator.Schema));
        }
    }

    [TestMethod]
    public void Generate_GivenColumns_HoldThem()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var where = new Dictionary<string, string> { ["Job"] = "pilot", ["Wealth"] = "*" };
        using var batch = generator.CreateBatch(60, where);

        batch.Generate(Latents(60, seed: 5));

        TableGraphs.AreSame(generator.Sample(60, seed: 5, where).Cells(), Cells(batch, generator.Schema));
        foreach (var job in batch.Column<ReadOnlyMemory<char>>("Job")) Assert.AreEqual("pilot", job.ToString());
    }

    [TestMethod]
    public void Generate_AgainAndAgain_AllocatesNothingForARow()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.IsLessThan(2000, Bytes(1));
        Assert.IsLessThan(2000, Bytes(2000));

        long Bytes(int rows)
        {
            using var batch = generator.CreateBatch(rows);
            var latents = Latents(rows, seed: 6);
            for (var i = 0; i < 20; i++) Read();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++) Read();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;

            void Read()
            {
                batch.Generate(latents);
                _ = batch.Column<ReadOnlyMemory<char>>("Job");
                _ = batch.Column<float>("Wealth");
                _ = batch.Column<uint>("Grade");
                _ = batch.Column<DateTime>("Day");
            }
        }
    }

    [TestMethod]
    public void Column_NotReadYet_HasNoCells()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        using var batch = generator.CreateBatch(3);

        Assert.AreEqual(0, batch.Column<float>("Wealth").Length);
        Assert.AreEqual(3, batch.Capacity);
    }

    [TestMethod]
    public void Column_WrongNameOrType_SaysWhatFits()
    {
        using var generator = TableGraphs.Load(new TableGraph(2).Texts("Sex", false, "female", "male").Numbers("Height", false));
        using var batch = generator.CreateBatch(3);

        Assert.AreEqual(
            "Could not find table column 'Age'. The columns are: 'Sex', 'Height'. (Parameter 'name')", Refusal(() => _ = batch.Column<float>("Age")));
        Assert.AreEqual(
            "Column 'Height' must be read as Single, but was read as Double. (Parameter 'name')", Refusal(() => _ = batch.Column<double>("Height")));
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(10)]
    public void Generate_WrongLength_SaysWhatFits(int length)
    {
        using var generator = TableGraphs.Load(new TableGraph(2).Numbers("Height", false).Numbers("Width", false));
        using var batch = generator.CreateBatch(4);

        Assert.AreEqual(
            $"The latents must have 2 values a row, for at most 4 rows, but had {length} values in all. " +
            "For more rows, ask for a greater capacity. (Parameter 'latents')",
            Refusal(() => batch.Generate(new float[length])));
    }

    [TestMethod]
    public void Generate_AfterDisposal_SaysSo()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var batch = generator.CreateBatch(2);
        batch.Generate(Latents(2, seed: 1));
        using var other = generator.CreateBatch(2);

        batch.Dispose();
        generator.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => batch.Generate(Latents(2, seed: 1)));
        Assert.ThrowsExactly<ObjectDisposedException>(() => _ = batch.Column<ReadOnlyMemory<char>>("Job"));
        Assert.ThrowsExactly<ObjectDisposedException>(() => other.Generate(Latents(2, seed: 1)));
    }

    [TestMethod]
    public void CreateBatch_NoRows_IsRefused()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.CreateBatch(0));
    }

    private static string Refusal(Action action) => Assert.ThrowsExactly<ArgumentException>(action).Message;

    private static float[] Latents(int rows, int seed) =>
        [.. new MLContext().Gan().Latents(rows, LatentSize, seed, LatentPrior.Uniform).Vectors("Latent").SelectMany(row => row)];

    /// <summary>All cells as texts, row by row.</summary>
    private static string[][] Cells(TabularBatch batch, DataViewSchema schema)
    {
        var columns = schema.Select(column => (string[])typeof(TabularBatchTests)
            .GetMethod(nameof(Texts), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(column.Type.RawType).Invoke(null, [batch, column.Name])!).ToList();
        return [.. Enumerable.Range(0, batch.Count).Select(row => columns.Select(column => column[row]).ToArray())];
    }

    private static string[] Texts<T>(TabularBatch batch, string name)
    {
        var texts = new List<string>();
        foreach (var cell in batch.Column<T>(name)) texts.Add(TableGraphs.Text(cell));
        return [.. texts];
    }
}
