using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Tabular;

[TestClass]
public sealed class TabularGeneratorTests
{
    private static readonly string[] Everything = [.. TableGraphs.EveryType().Manifest.Columns.Select(column => column.Name)];

    [TestMethod]
    public void Schema_EveryType_IsTheTrainingTables()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.AreEqual(
            "Job: String; Sex: String; Wealth: Single; Height: Single; Rate: Single; Share: Double; Tiny: SByte; Short: Int16; Int: Int32; " +
            "Long: Int64; Byte: Byte; UShort: UInt16; UInt: UInt32; ULong: UInt64; Is: Boolean; Grade: Key<UInt32, 0-2>; Small: Key<Byte, 0-8>; " +
            "Large: Key<UInt64, 0-8>; Day: DateTime; Span: TimeSpan; Seen: DateTime",
            string.Join("; ", generator.Schema.Select(column => $"{column.Name}: {column.Type}")));
        Assert.AreEqual("low mid high", string.Join(" ", TextAnnotations.Read(generator.Schema["Grade"].Annotations, "KeyValues")!));
        Assert.AreSame(generator.Schema, generator.Sample(1).Schema);
    }

    [TestMethod]
    public void Sample_EveryType_FollowsItsLatentSlot()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var cells = generator.Sample(400, seed: 3).Cells();

        var latents = new MLContext().Gan().Latents(400, 21, 3, LatentPrior.Uniform).Vectors("Latent");
        for (var row = 0; row < 400; row++)
        {
            string Of(int slot, params string[] values) => values[(int)((latents[row][slot] + 1) * (values.Length / 2f))];
            string[] expected =
            [
                Of(0, "cook", "pilot", "smith, née Ünal", "*", ""), Of(1, "female", "male"),
                latents[row][2] < -0.5f ? "NaN" : TableGraphs.Text(10 * latents[row][2]), TableGraphs.Text(10 * latents[row][3]),
                Of(4, "0.1", "2.5", "1E-05", "NaN"), Of(5, "0.1", "0.30000000000000004", "NaN"), Of(6, "-128", "127"), Of(7, "-32768", "3"),
                Of(8, "-7", "2147483647"), Of(9, "9223372036854775807", "0"), Of(10, "255", "1"), Of(11, "65535", "4"), Of(12, "4294967295", "5"),
                Of(13, "18446744073709551615", "6"), Of(14, "True", "False"), Of(15, "3", "1", "0"), Of(16, "4", "9", "0"), Of(17, "1", "2"),
                Of(18, $"{TableGraphs.Day.Ticks}", "0"), Of(19, $"{90 * TimeSpan.TicksPerSecond}", $"{-TimeSpan.TicksPerDay}"),
                Of(20, $"{TableGraphs.Day.Ticks}", $"{TableGraphs.Day.AddDays(1).Ticks}", "0"),
            ];
            CollectionAssert.AreEqual(expected, cells[row], $"row {row}");
        }
    }

    [TestMethod]
    public void SampleFrom_PartsOfATable_AreItsRows()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var whole = generator.Sample(700, seed: 8).Cells();

        TableGraphs.AreSame(whole[..130], generator.SampleFrom(0, 130, seed: 8).Cells());
        TableGraphs.AreSame(whole[130..], generator.SampleFrom(130, 570, seed: 8).Cells());
        Assert.IsEmpty(generator.SampleFrom(long.MaxValue, 0).Cells());
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.SampleFrom(-1, 1));
    }

    [TestMethod]
    public void Sample_SmallerCount_GivesTheFirstRowsOfTheLarger()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var many = generator.Sample(1500, seed: 8).Cells();

        TableGraphs.AreSame(many[..10], generator.Sample(10, seed: 8).Cells());
        TableGraphs.AreSame(many[..300], generator.Sample(300, seed: 8).Cells());
        Assert.IsEmpty(many.Select(row => row[3]).Intersect(generator.Sample(1500, seed: 9).Column("Height")));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(40)]
    public void GetRowCursorSet_AnyNumber_GivesEachRowOnce(int number)
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var data = generator.Sample(1000, seed: 5);
        var columns = data.Schema.Reverse().ToArray();

        var rows = data.GetRowCursorSet(columns, number).AsParallel().SelectMany(cursor => TableGraphs.Cells(cursor, columns).ToList())
            .OrderBy(row => row.Id.Low).ToList();

        CollectionAssert.AreEqual(Enumerable.Range(0, 1000).Select(row => (ulong)row).ToArray(), rows.Select(row => row.Id.Low).ToArray());
        TableGraphs.AreSame([.. data.Cells().Select(row => row.Reverse().ToArray())], [.. rows.Select(row => row.Cells)]);
    }

    [TestMethod]
    public void Sample_SomeColumnsOrTwoCursors_GiveTheSameCells()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var data = generator.Sample(600);
        var all = data.Cells();

        TableGraphs.AreSame([.. all.Select(row => new[] { row[17], row[0] })], data.Cells("Large", "Job"));
        using var ahead = data.GetRowCursor([data.Schema["Job"]]);
        using var behind = data.GetRowCursor([data.Schema["Job"]]);
        var job = behind.GetGetter<ReadOnlyMemory<char>>(data.Schema["Job"]);
        ReadOnlyMemory<char> first = default, again = default;
        for (var row = 0; row < 600; row++)
        {
            Assert.IsTrue(ahead.MoveNext() && behind.MoveNext());
            job(ref first);
            job(ref again);
            Assert.AreEqual(all[row][0], first.ToString());
            Assert.AreEqual(all[row][0], again.ToString());
        }
        Assert.IsFalse(behind.MoveNext());
    }

    [TestMethod]
    public void Sample_MillionRows_AllocatesLessThanTheRowsWouldTake()
    {
        using var generator = TableGraphs.Load(new TableGraph(3).Texts("Job", true, "cook", "pilot").Numbers("Wealth", false)
            .Whole("Day", TabularValueType.DateTime, false, ("2024-02-29T12:30:00.0000000", TableGraphs.Day.Ticks)));
        Read(generator.Sample(10_000));

        var few = Allocated(() => Assert.AreEqual(10_000, Read(generator.Sample(10_000))));
        var many = Allocated(() => Assert.AreEqual(1_000_000, Read(generator.Sample(1_000_000))));

        Assert.IsLessThan(few + 10_000_000, many);      // 10 bytes a row, of the 28 that its cells have; all of them garbage of past batches

        static long Allocated(Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static int Read(IDataView data)
        {
            using var cursor = data.GetRowCursor(data.Schema);
            var jobs = cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["Job"]);
            var wealths = cursor.GetGetter<float>(data.Schema["Wealth"]);
            var days = cursor.GetGetter<DateTime>(data.Schema["Day"]);
            ReadOnlyMemory<char> job = default;
            DateTime day = default;
            var (rows, wealth) = (0, 0f);
            for (; cursor.MoveNext(); rows++)
            {
                jobs(ref job);
                wealths(ref wealth);
                days(ref day);
            }
            return rows;
        }
    }

    [TestMethod]
    public void Sample_RowCount_IsKnownAndMayBeZero()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.AreEqual(12, generator.Sample(12).GetRowCount());
        Assert.IsFalse(generator.Sample(12).CanShuffle);
        Assert.IsEmpty(generator.Sample(0).Cells());
        Assert.HasCount(5, generator.Sample(1_000_000_000).Preview(5).RowView);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.Sample(-1));
    }

    [TestMethod]
    public void Sample_ManyThreads_AgreeWithOne()
    {
        var model = TableGraphs.EveryType().ToModel();
        using var generator = TableGraphs.Load(model);
        string[][][] expected = [.. Enumerable.Range(0, 8).Select(Sample(generator))];
        using var fresh = TableGraphs.Load(model);

        var actual = Enumerable.Range(0, 8).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Sample(fresh)).ToArray();

        for (var seed = 0; seed < 8; seed++) TableGraphs.AreSame(expected[seed], actual[seed]);

        static Func<int, string[][]> Sample(TabularGenerator generator) => seed =>
            generator.Sample(300, seed, new Dictionary<string, string> { ["Sex"] = seed % 2 == 0 ? "male" : "female", ["Int"] = "-7" }).Cells();
    }

    [TestMethod]
    public void Sample_ColumnNamedLatent_HasItsOwnTensor()
    {
        using var generator = TableGraphs.Load(new TableGraph(1).Texts("Latent", false, "a", "b"));

        Assert.AreEqual("Latent", generator.Schema.Single().Name);
        CollectionAssert.AreEquivalent(new[] { "a", "b" }, generator.Sample(50).Column("Latent").Distinct().ToArray());
    }

    [TestMethod]
    public void Sample_InAnMLNetPipeline_IsReadLikeAnyData()
    {
        var mlContext = new MLContext();
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var data = generator.Sample(500);

        var transformed = mlContext.Transforms.Conversion.MapKeyToValue("GradeName", "Grade")
            .Append(mlContext.Transforms.Categorical.OneHotEncoding("Job"))
            .Fit(data).Transform(data);

        CollectionAssert.AreEquivalent(
            new[] { "", "high", "low" },
            transformed.GetColumn<ReadOnlyMemory<char>>("GradeName").Select(name => name.ToString()).Distinct().ToArray());
        Assert.AreEqual(500, mlContext.Data.Cache(data).GetColumn<double>("Share").Count());
    }

    [TestMethod]
    public void Save_ToPathAndStream_WritesTheFileByteForByte()
    {
        using var folder = new TemporaryFolder();
        var model = TableGraphs.EveryType().ToModel();
        using var generator = TableGraphs.Load(model);
        using var stream = new MemoryStream();

        generator.Save(folder["table.onnx"]);
        generator.Save(stream);

        CollectionAssert.AreEqual(model, File.ReadAllBytes(folder["table.onnx"]));
        CollectionAssert.AreEqual(model, stream.ToArray());
        using var again = new MLContext().Gan().LoadTabularGenerator(folder["table.onnx"]);
        TableGraphs.AreSame(generator.Sample(10).Cells(Everything), again.Sample(10).Cells(Everything));
    }

    [TestMethod]
    public void Dispose_ThenRead_IsRefused()
    {
        var generator = TableGraphs.Load(TableGraphs.EveryType());
        var data = generator.Sample(10);
        generator.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => data.Cells());
    }
}
