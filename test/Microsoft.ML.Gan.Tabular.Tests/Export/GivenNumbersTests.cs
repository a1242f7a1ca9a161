using System.Globalization;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>The input for given numbers in plain ONNX Runtime: what is given comes out, and what is left out changes nothing.</summary>
[TestClass]
public sealed class GivenNumbersTests
{
    private const int Rows = 60;

    private static readonly Dictionary<int, long[]> Nothing = [];

    private static readonly Dictionary<string, ExportedTable> Tables = [];

    [ClassInitialize]
    public static void Train(TestContext _)
    {
        foreach (var (name, data) in new (string, IDataView)[]
        {
            ("every type", TestTables.EveryType()), ("rides", TestTables.Rides()), ("doses", TestTables.Doses()), ("cards", Cards()),
        })
        {
            using var gan = TestTables.Train(data, TestTables.Quick(20));
            using var file = new MemoryStream();
            gan.Generator.Save(file);
            Tables.Add(name, new ExportedTable(file.ToArray()));
        }
    }

    [ClassCleanup]
    public static void Free()
    {
        foreach (var table in Tables.Values) table.Dispose();
    }

    [TestMethod]
    [DataRow("every type")]
    [DataRow("rides")]
    [DataRow("doses")]
    [DataRow("cards")]
    public void Run_EachNumberGivenAlone_ComesOutInEveryRow(string table)
    {
        var exported = Tables[table];
        var (source, target) = (exported.Run(exported.Latents(Rows, seed: 1), Nothing), exported.Latents(Rows, seed: 2));

        foreach (var (index, column) in exported.Manifest.Columns.Index())
        {
            if (column is { GivenNumber: null } or { Type: TabularValueType.UInt64 }) continue;
            var numbers = Numbers(source[index]);
            var made = exported.Run(target, Nothing, new Dictionary<int, double[]> { [index] = numbers });

            AssertGiven(numbers, source[index], made[index], column.Name);
        }
    }

    [TestMethod]
    [DataRow("every type")]
    [DataRow("rides")]
    [DataRow("doses")]
    [DataRow("cards")]
    public void Run_AllNumbersOfRowsGiven_ComeOutTogether(string table)
    {
        var exported = Tables[table];
        var source = exported.Run(exported.Latents(Rows, seed: 1), Nothing);
        var numbers = exported.Manifest.Columns.Index().Where(pair => pair.Item is { GivenNumber: not null, Type: not TabularValueType.UInt64 })
            .ToDictionary(pair => pair.Index, pair => Numbers(source[pair.Index]));

        var made = exported.Run(exported.Latents(Rows, seed: 2), Nothing, numbers);

        foreach (var (index, values) in numbers) AssertGiven(values, source[index], made[index], exported.Manifest.Columns[index].Name);
    }

    [TestMethod]
    [DataRow("every type")]
    [DataRow("rides")]
    public void Run_NoNumberGiven_GivesTheSameBytesAsWithoutTheInput(string table)
    {
        var exported = Tables[table];
        var latents = exported.Latents(Rows, seed: 3);
        double[] none = [.. Enumerable.Repeat(double.NaN, Rows)];
        var first = exported.Manifest.Columns.Index().First(pair => pair.Item.GivenNumber is not null).Index;

        var (without, with) = (exported.Run(latents, Nothing), exported.Run(latents, Nothing, new Dictionary<int, double[]> { [first] = none }));

        foreach (var (index, column) in exported.Manifest.Columns.Index()) CollectionAssert.AreEqual(without[index], with[index], column.Name);
    }

    [TestMethod]
    public void Run_EndOfARideGiven_KeepsItsStartBeforeIt()
    {
        var exported = Tables["rides"];
        var end = new DateTime(2023, 6, 1, 12, 0, 0).Ticks;
        double[] given = [.. Enumerable.Repeat((double)end, Rows)];

        var made = exported.Run(exported.Latents(Rows, seed: 2), Nothing, new Dictionary<int, double[]> { [1] = given });

        foreach (var start in made[0].Cast<long>())
            Assert.IsTrue(end - start is >= 0 and <= TimeSpan.TicksPerHour, $"{new DateTime(start):o}");
    }

    [TestMethod]
    public void Run_NumberBetweenTwoPointsOfItsGrid_ComesOutAsGiven()
    {
        var exported = Tables["every type"];
        var index = exported.Manifest.Columns.Index().Single(pair => pair.Item.Name == "Cents").Index;
        double[] given = [.. Enumerable.Repeat(1.23456, Rows)];

        var made = exported.Run(exported.Latents(Rows, seed: 2), Nothing, new Dictionary<int, double[]> { [index] = given });

        CollectionAssert.AreEqual(given, made[index].Cast<double>().ToArray());
    }

    /// <summary>Bills and payments, of which a third are equal; a least and a greatest; degrees of two kinds.</summary>
    private static TestTable Cards()
    {
        var random = new Random(31);
        int[] bills = [.. Enumerable.Range(0, 900).Select(_ => random.Next(1, 100_000))];
        double[] least = [.. bills.Select(_ => Math.Round(20 * random.NextDouble(), 1))];
        return new TestTable(900)
            .Add("Bill", row => bills[row])
            .Add("Paid", row => random.Next(3) == 0 ? bills[row] : random.Next(1, 100_000))
            .Add("Least", row => least[row])
            .Add("Greatest", row => Math.Round(least[row] + 20 * random.NextDouble(), 1))
            .Add("Celsius", row => Math.Round((random.Next(1000) - 300) / 10.0, 1))
            .Add("Debt", row => random.Next(8) == 0 ? double.NaN : random.Next(5000))
            .Add("Doubled", row => 2.0 * bills[row]);
    }

    /// <summary>Cells as numbers; NaN where missing, and so not given.</summary>
    private static double[] Numbers(object[] cells) =>
        Array.ConvertAll(cells, cell => cell is 0L ? double.NaN : Convert.ToDouble(cell, CultureInfo.InvariantCulture));

    private static void AssertGiven(double[] numbers, object[] source, object[] made, string name)
    {
        for (var row = 0; row < Rows; row++)
            if (!double.IsNaN(numbers[row])) Assert.AreEqual(source[row], made[row], $"{name} in row {row}");
    }
}
