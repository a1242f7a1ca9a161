using System.Globalization;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Tests.Tabular.Columns;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

[TestClass]
public sealed class TabularExporterTests
{
    private const int Rows = 5000;
    private const double LeastAgreement = 0.9999;                             // of the cells: floating-point ties go either way
    private const double LeastAgreementOfDrawnNumbers = 0.999;                // each sees those before it, so that a tie goes on in its row
    private const double LeastRowsWithoutTies = 0.995;                       // 256 categories have as many ties

    private static readonly Dictionary<int, long[]> Nothing = [];
    private static readonly IDataView EveryType = TestTables.EveryType();

    private static TabularFit _fit = null!;
    private static TabularModel _everyType = null!;
    private static byte[] _file = null!;

    [ClassInitialize]
    public static void TrainOnEveryTypeOnce(TestContext _)
    {
        var options = TestTables.Quick();
        _fit = new TabularFit(options, TabularFit.Read(options, EveryType, before: null).Rows, before: null, CPU);
        _everyType = _fit.Run(_ => { }, _ => { }, _ => { }).Model;
        _file = TabularExporter.Write(_everyType);
    }

    [ClassCleanup]
    public static void Dispose() => _fit.Dispose();

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Write_EveryType_DecodesAsTheReference(bool isGiven) => AssertAsReference(EveryType, _everyType, isGiven);

    [TestMethod]
    public void Write_CategoriesThatAreDrawnAnew_DecodesAsTheReference() => AssertAsReference(TestTables.EveryType(1000), isGiven: true);

    [TestMethod]
    public void Write_CommonValuesThatAreDrawnAnew_DecodesAsTheReference() => TestTables.WithModel(TestTables.Doses(), TestTables.Quick(), model =>
    {
        AssertAsReference(TestTables.Doses(), model, isGiven: false);
        AssertAsReference(TestTables.Doses(), model, isGiven: true);
    });

    [TestMethod]
    public void Write_ManyCommonValuesThatACategoryTells_DecodesAsTheReference() => AssertAsReference(TestTables.Rates(), isGiven: false);

    [TestMethod]
    public void Write_CommonValuesAlone_DecodesAsTheReference()
    {
        var random = new Random(9);
        AssertAsReference(new TestTable(1500).Add("A", _ => Few()).Add("B", _ => Few()), isGiven: false);

        int Few() => random.Next(20) == 0 ? random.Next(1000) : random.Next(6);
    }

    [TestMethod]
    public void Write_TableOfNumbers_DecodesAsTheReference()
    {
        var random = new Random(9);
        AssertAsReference(
            new TestTable(500).Add("A", _ => TestTables.Normal(random)).Add("B", _ => (float)Math.Exp(2 * TestTables.Normal(random))),
                isGiven: false);
    }

    [TestMethod]
    public void Write_ColumnsThatStayCloseToOthers_DecodesAsTheReference() => AssertAsReference(TestTables.Rides(), isGiven: true);

    [TestMethod]
    public void Write_NumbersOfWhichNearlyAllLieOnAGrid_DecodesAsTheReference() => AssertAsReference(TestTables.Coarse(), isGiven: true);

    [TestMethod]
    public void Write_TableOfCategories_DecodesAsTheReference() => AssertAsReference(
        new TestTable(500).Texts("A", row => $"{row % 3}").Add("B", row => row % 7 == 0).Texts("Many", row => $"{row * row % 499}"), isGiven: true);

    [TestMethod]
    public void Write_ColumnsNamedLikeTensors_DecodesAsTheReference()
    {
        var random = new Random(9);
        AssertAsReference(
            new TestTable(300).Add("Latent", _ => random.Next(2)).Add("Given", _ => random.Next(3)).Add("constant_1", _ => random.NextDouble())
                .Texts("Slice_2", _ => random.Next(4) == 0 ? "" : "x").Add("N", _ => random.Next(5)).Texts("Given.Slice_2", _ => $"{random.Next(4)}"),
            isGiven: true);
    }

    [TestMethod]
    public void Write_Inputs_AreRequiredButForGivenNumbers()
    {
        Assert.AreEqual(
            "Latent Single [N, 10], Given Int64 [N, 2]", Inputs(new TestTable(100).Add("A", row => row % 3).Add("B", row => row % 7 == 0)));
        Assert.AreEqual("Latent Single [N, 8], GivenNumbers Double [N1, 1]", Inputs(new TestTable(100).Add("A", row => row / 7.0)));

        static string Inputs(IDataView data)
        {
            var inputs = "";
            TestTables.WithModel(data, TestTables.Quick(1), model =>
            {
                var graph = global::Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TabularExporter.Write(model)).Graph;
                var withDefaults = graph.Input.Select(input => input.Name).Intersect(graph.Initializer.Select(tensor => tensor.Name));
                Assert.IsEmpty(withDefaults.Except(["GivenNumbers"]));         // ONNX Runtime's JavaScript APIs know none
                inputs = string.Join(", ", graph.Input.Select(input => $"{input.Name} {Describe(input.Type.TensorType)}"));
            });
            return inputs;
        }

        static string Describe(global::Gan.Onnx.Graph.Protos.TypeProto.Types.Tensor tensor) => $"{(OnnxElementType)tensor.ElemType} " +
            $"[{string.Join(", ", tensor.Shape.Dim.Select(size => size.HasDimValue ? $"{size.DimValue}" : size.DimParam))}]";
    }

    [TestMethod]
    public void Write_CodesThatNoCategoryHas_GiveNothing()
    {
        using var file = new ExportedTable(_file);
        var latents = file.Latents(12, seed: 6);
        var columns = _everyType.Schema.Columns.Index().Where(column => column.Item.CanStandInConditions).ToList();

        var other = file.Run(latents, columns.ToDictionary(column => column.Index, column =>
        {
            long count = column.Item.CategoryTexts.Count;
            return (long[])[count, count + 1, int.MaxValue, long.MaxValue, -4, -5, int.MinValue, long.MinValue, count, count, -9, -1];
        }));

        foreach (var (expected, actual) in file.Run(latents, Nothing).Zip(other)) CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void Write_AnyBatch_GivesARowOfItsLatentAlone()
    {
        using var file = new ExportedTable(_file);
        var latents = file.Latents(40, seed: 5);
        var together = file.Run(latents, Nothing);
        var same = 0;

        for (var row = 0; row < 40; row++)
        {
            var own = new float[1, latents.GetLength(1)];
            Buffer.BlockCopy(latents, row * own.Length * sizeof(float), own, 0, own.Length * sizeof(float));
            var alone = file.Run(own, Nothing);
            same += Enumerable.Range(0, alone.Length).Count(column => alone[column][0].Equals(together[column][row]));
        }

        Assert.IsGreaterThan(0.98, same / (40.0 * together.Length));          // numbers of full precision may differ in their last digit
    }

    [TestMethod]
    public void Write_Manifest_SaysWhatTheGraphHolds()
    {
        var columns = new global::Gan.Onnx.TabularModelFile(_file).Manifest.Columns;
        var numbers = _everyType.Schema.Numbers.Select(number => number.Column).ToList();                     // twice where a date is its day and time

        var tables = Initializers(_file).Where(values => values.Contains(double.PositiveInfinity)).ToList();

        Assert.IsNotEmpty(tables);
        var length = (tables[0].Length - 1) / numbers.Count;
        int[] knots = [.. tables[0].SkipLast(1).Chunk(length).Select(table => table.Count(double.IsFinite))];
        foreach (var count in knots) Assert.IsTrue(count is > 1 and <= QuantileKnots.Most);
        foreach (var column in numbers.Zip(knots).GroupBy(pair => pair.First, pair => pair.Second))
            Assert.AreEqual(column.Sum(), columns.Single(other => other.Name == column.Key).Knots, column.Key);
        var lookedUp = _everyType.Schema.Columns.OfType<DerivedNumberForm>().ToDictionary(column => column.Name, column => column.PointOf.Count);
        Assert.IsNotEmpty(lookedUp);
        foreach (var column in columns.Where(column => !numbers.Contains(column.Name)))
            Assert.AreEqual(lookedUp.GetValueOrDefault(column.Name), column.Knots, column.Name);
    }

    [TestMethod]
    public void Write_ColumnOfNumbers_IsNotInTheFile() => TestTables.WithModel(TestTables.EveryType(3000), TestTables.Quick(1), model =>
    {
        var file = TabularExporter.Write(model);
        var initializers = Initializers(file);
        // of each decoder its knots, then values and ranks: first all columns one behind the other, then each that is drawn anew
        int[] decoders = [.. Enumerable.Range(0, initializers.Count).Where(index => initializers[index].Contains(double.PositiveInfinity))];
        var numbers = model.Schema.Numbers;
        int[] drawn = [.. NumberNetwork.DrawnOf(model.Schema)];
        var table = TestTables.Read(TestTables.EveryType(3000));

        Assert.HasCount(1 + drawn.Length, decoders);
        var length = initializers[decoders[0]].Length / numbers.Count;
        foreach (var column in numbers.Where(column => column.Column is "Single" or "Double" or "Latent"))
        {
            var place = 1 + Array.IndexOf(drawn, column.Index);
            var own = Tables(decoders[0]).SelectMany(values => values.Chunk(length).ElementAt(column.Index)).Concat(
                Tables(decoders[place]).SelectMany(values => values)).ToHashSet();
            Assert.IsGreaterThan(0, place);
            Assert.HasCount(
                0, ((NumberColumn)table.Find(column.Column)).Points.Where(point => double.IsFinite(point) && own.Contains(point)).ToList(),
                    column.Column);
        }

        IEnumerable<double[]> Tables(int decoder) => initializers.Skip(decoder + 1).Take(2);
    });

    private static void AssertAsReference(IDataView data, bool isGiven) =>
        TestTables.WithModel(data, TestTables.Quick(), model => AssertAsReference(data, model, isGiven));

    private static void AssertAsReference(IDataView data, TabularModel model, bool isGiven)
    {
        using var file = new ExportedTable(TabularExporter.Write(model));
        var latents = file.Latents(Rows, seed: 4);
        var given = isGiven ? Given(model.Schema) : Nothing;

        var actual = file.Run(latents, given);

        var reference = new ReferenceDecoder(model);
        var expected = reference.Decode(latents, given);
        var columns = TestTables.Read(data).Columns;
        int[] rows = [.. Enumerable.Range(0, Rows).Except(reference.Ties)];
        Assert.IsGreaterThanOrEqualTo(LeastRowsWithoutTies * Rows, rows.Length);
        var numbers = columns.Index().Where(column => column.Item is NumberColumn).Select(column => column.Index).ToList();
        var categories = Enumerable.Range(0, columns.Count).Except(numbers).ToList();
        var isDrawn = model.Refinement is RowRefinements { Parts: [.., NumberSweep] };
        AssertAgreement(categories, LeastAgreement, IsEqual);
        AssertAgreement(
            numbers, isDrawn ? LeastAgreementOfDrawnNumbers : LeastAgreement,
            (index, row) => IsNear(actual[index][row], (NumberColumn)columns[index], RoundingOf(model.Schema, index), expected[index][row]));
        foreach (var (index, codes) in given) AssertIsGiven(codes, actual[index], columns[index]);

        bool IsEqual(int index, int row) => ExportedTable.IsCategory(actual[index][row], (CategoryColumn)columns[index], expected[index][row]);

        void AssertAgreement(List<int> indices, double least, Func<int, int, bool> agree) =>
            Assert.IsGreaterThanOrEqualTo(least * rows.Length * indices.Count, indices.Sum(index => rows.Count(row => agree(index, row))));
    }

    /// <summary>
    /// Whether a number is within 1e-4 of the column's spread, before it is put where the column's numbers lie, and inside the column's range.
    /// Beyond the ends of its rounding it is the end: 61 for 61.8, where the range ends at 61.9.
    /// </summary>
    private static bool IsNear(object value, NumberColumn column, RoundingGrid? rounding, ReferenceCell expected)
    {
        var point = ExportedTable.PointOf(value, column);
        if (double.IsNaN(point) || expected.IsMissing) return double.IsNaN(point) && expected.IsMissing;
        Assert.AreNotEqual("-0", Convert.ToString(value, CultureInfo.InvariantCulture), column.Name);
        var (least, most) = (column.Points.Where(double.IsFinite).Min(), column.Points.Where(double.IsFinite).Max());
        Assert.IsTrue(point >= least && point <= most, $"{column.Name} must be in its range, but {value} is not.");
        Assert.AreEqual(point, rounding?.Snap(point) ?? point, $"{column.Name} must lie on its rounding.");
        if (rounding is not null && point == Math.Clamp(expected.Point, rounding.Least, rounding.Greatest)) return true;
        var distance = rounding is null ? column.Grid.IsGrid ? 1 : 0 : rounding.Size / rounding.Scale;
        return Math.Abs(point - expected.Point) <= distance / 2 + 1e-4 * (most - least);
    }

    private static RoundingGrid? RoundingOf(TableSchema schema, int column) =>
        schema.Columns[column] is NumberForm form ? schema.Numbers[form.Numbers[^1]].Rounding as RoundingGrid : null;

    /// <summary>Codes for all columns that can be given: most of them not given, the others missing, present or a category.</summary>
    private static Dictionary<int, long[]> Given(TableSchema schema)
    {
        var random = new Random(13);
        return schema.Columns.Select((column, index) => (column, index))
            .Where(pair => pair.column.CanStandInConditions).ToDictionary(pair => pair.index, pair =>
        {
            List<long> codes = [-3];
            if (pair.column.Presence is not null) codes.Add(-2);
            codes.AddRange(Enumerable.Range(0, pair.column.CategoryTexts.Count).Select(code => (long)code));
            return Enumerable.Range(0, Rows).Select(_ => random.Next(3) > 0
                ? -1
                : codes[random.Next(random.Next(2) == 0 ? Math.Min(2, codes.Count) : codes.Count)]).ToArray();
        });
    }

    private static void AssertIsGiven(long[] codes, object[] actual, TableColumn column)
    {
        for (var row = 0; row < Rows; row++)
        {
            var isMissing = column is CategoryColumn categories
                ? ExportedTable.IsCategory(actual[row], categories, new(true, 0, 0)) && column.HasMissing
                : double.IsNaN(ExportedTable.PointOf(actual[row], (NumberColumn)column));
            if (codes[row] < -1) Assert.AreEqual(codes[row] == -2, isMissing, $"{column.Name}, row {row}");
            if (codes[row] >= 0) Assert.IsTrue(
                ExportedTable.IsCategory(actual[row], (CategoryColumn)column, new(false, (int)codes[row], 0)), $"{column.Name}, row {row}");
        }
    }

    private static List<double[]> Initializers(byte[] file) =>
        [.. global::Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(file).Graph.Initializer.Select(tensor => tensor.DataType switch
    {
        1 => Array.ConvertAll(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray(), value => (double)value),
        7 => Array.ConvertAll(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, long>(tensor.RawData.Span).ToArray(), value => (double)value),
        11 => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(tensor.RawData.Span).ToArray(),
        _ => [],
    })];
}
