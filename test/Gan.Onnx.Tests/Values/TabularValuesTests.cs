using Gan.Onnx.Tests.Tabular;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Values;

[TestClass]
public sealed class TabularValuesTests
{
    private static readonly ValueCase[] Cases =
    [
        new CellsOf<float>(TabularValueType.Single, NumberDataViewType.Single, (0.1f, "0.1"), (-1e-5f, "-1E-05"), (float.NaN, null)),
        new CellsOf<double>(
            TabularValueType.Double, NumberDataViewType.Double, (0.1 + 0.2, "0.30000000000000004"), (double.NaN, null), (-7, "-7")),
        new CellsOf<sbyte>(TabularValueType.SByte, NumberDataViewType.SByte, (sbyte.MinValue, "-128"), (0, "0"), (sbyte.MaxValue, "127")),
        new CellsOf<short>(TabularValueType.Int16, NumberDataViewType.Int16, (short.MinValue, "-32768"), (0, "0")),
        new CellsOf<int>(TabularValueType.Int32, NumberDataViewType.Int32, (int.MinValue, "-2147483648"), (0, "0")),
        new CellsOf<long>(
            TabularValueType.Int64, NumberDataViewType.Int64,
            (long.MinValue, "-9223372036854775808"), (0, "0"), (long.MaxValue, "9223372036854775807")),
        new CellsOf<byte>(TabularValueType.Byte, NumberDataViewType.Byte, (0, "0"), (byte.MaxValue, "255")),
        new CellsOf<ushort>(TabularValueType.UInt16, NumberDataViewType.UInt16, (0, "0"), (ushort.MaxValue, "65535")),
        new CellsOf<uint>(TabularValueType.UInt32, NumberDataViewType.UInt32, (0, "0"), (uint.MaxValue, "4294967295")),
        new CellsOf<ulong>(
            TabularValueType.UInt64, NumberDataViewType.UInt64,
            (0, "0"), (1UL << 63, "9223372036854775808"), (ulong.MaxValue, "18446744073709551615")),
        new CellsOf<bool>(TabularValueType.Boolean, BooleanDataViewType.Instance, (true, "True"), (false, "False")),
        new CellsOf<ReadOnlyMemory<char>>(
            TabularValueType.Text, TextDataViewType.Instance, ("née, Ünal".AsMemory(), "née, Ünal"), (default, null), ("0".AsMemory(), "0")),
        Keys<byte>(TabularValueType.KeyByte, 9, [], (9, "9"), (0, null)),
        Keys<ushort>(TabularValueType.KeyUInt16, 2, ["10", "2"], (2, "2"), (1, "10")),
        Keys<uint>(TabularValueType.KeyUInt32, 3, ["low", "mid", "high"], (3, "high"), (0, null), (2, "mid")),
        Keys<ulong>(TabularValueType.KeyUInt64, long.MaxValue, [], (long.MaxValue, "9223372036854775807"), (0, null)),
        new CellsOf<DateTime>(
            TabularValueType.DateTime, DateTimeDataViewType.Instance,
            (new DateTime(2024, 2, 29, 12, 30, 0).AddTicks(1), "2024-02-29T12:30:00.0000001"), (default, null)),
        new CellsOf<TimeSpan>(
            TabularValueType.TimeSpan, TimeSpanDataViewType.Instance, (TimeSpan.FromDays(-1), "-1.00:00:00"), (default, "00:00:00")),
        new CellsOf<DateTimeOffset>(
            TabularValueType.DateTimeOffset, DateTimeOffsetDataViewType.Instance,
            (DateTimeOffset.UnixEpoch.AddTicks(1), "1970-01-01T00:00:00.0000001+00:00"), (default, null)),
    ];

    private static IEnumerable<object[]> Names => Cases.Select(cells => new object[] { $"{cells.Type}" });

    [TestMethod]
    public void Registry_EveryNameOfAFile_HasATypeAndIsTriedHere()
    {
        var names = Enum.GetValues<TabularValueType>();

        CollectionAssert.AreEqual(names, names.Select(name => TabularValues.Of(name).Type).ToArray());
        CollectionAssert.AreEquivalent(names, Cases.Select(value => value.Type).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Of_Column_IsTheTypeOfItsName(string name)
    {
        var cells = Of(name);
        var value = TypeOf(cells);

        Assert.AreEqual(cells.Type, value.Type);
        Assert.AreEqual(Column(cells).Type, value.DataViewType);
        Assert.AreEqual(TabularValues.Of(cells.Type).ElementType, value.ElementType);
        Assert.IsEmpty(value.Problems(value.Traits));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void TextOf_EveryCell_IsItsTextAndTheSameCellAgain(string name)
    {
        var cells = Of(name);
        switch (TypeOf(cells))
        {
            case WholeValue whole: Check(whole); break;
            case RealValue real: Check(real); break;
            case TextValue text: Check(text); break;
        }

        void Check<TForm>(TabularValueOf<TForm> value)
        {
            foreach (var (form, expected) in Forms(cells, value).Zip(cells.Texts))
            {
                Assert.AreEqual(expected is null, value.IsMissing(form));
                if (expected is null) continue;
                Assert.AreEqual(expected, value.TextOf(form));
                Assert.IsTrue(value.TryParse(expected, out var again));
                Assert.AreEqual(expected, value.TextOf(again));
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void File_EveryCell_ComesOutAsItWentIn(string name)
    {
        var cells = Of(name);
        var graph = TypeOf(cells) switch
        {
            WholeValue whole => new TableGraph(1).Forms(ValueCase.ColumnName, whole, Forms(cells, whole)),
            RealValue real => new TableGraph(1).Forms(ValueCase.ColumnName, real, Forms(cells, real)),
            var text => new TableGraph(1).Forms(ValueCase.ColumnName, (TextValue)text, Forms(cells, (TextValue)text)),
        };
        using var generator = TableGraphs.Load(graph);
        var expected = cells.Table.Column(ValueCase.ColumnName);

        Assert.AreEqual(Column(cells).Type, generator.Schema[ValueCase.ColumnName].Type);
        CollectionAssert.AreEqual(expected, generator.Sample(cells.Table).Column(ValueCase.ColumnName));
        foreach (var (cell, text) in expected.Zip(cells.Texts))
        {
            var where = new Dictionary<string, string> { [ValueCase.ColumnName] = text ?? "" };
            Assert.AreEqual(cell, generator.Sample(1, where: where).Column(ValueCase.ColumnName)[0]);
        }
    }

    [TestMethod]
    public void IntegerValue_UnsignedNumbersOf64Bits_KeepTheirOrder()
    {
        var value = (WholeValue)TabularValues.Of(TabularValueType.UInt64);
        string[] ascending = ["0", "1", "9223372036854775807", "9223372036854775808", "18446744073709551615"];

        long[] forms = Array.ConvertAll(ascending, text => value.TryParse(text, out var form) ? form : throw new ArgumentException(text));

        CollectionAssert.AreEqual(forms.Order().ToArray(), forms);
        CollectionAssert.AreEqual(new long[] { 0, 1, long.MaxValue, long.MinValue, -1 }, Array.ConvertAll(forms, value.ToTensor));
    }

    [TestMethod]
    [DataRow("2024-02-29T12:30:00.0000000Z")]
    [DataRow("2024-02-29T12:30:00+02:00")]
    [DataRow("yesterday")]
    public void TryParse_TimeThatDependsOnTheMachine_IsNoDateTime(string text) =>
        Assert.IsFalse(((WholeValue)TabularValues.Of(TabularValueType.DateTime)).TryParse(text, out _));

    [TestMethod]
    public void TryParse_NumberOfAKeyWithAText_IsNoKey()
    {
        var value = (WholeValue)TabularValues.Of(TabularValueType.KeyByte, new ValueTraits(3, ["low", "high"]));

        Assert.IsFalse(value.TryParse("2", out _));
        Assert.IsTrue(value.TryParse("high", out var high) && high == 2);
        Assert.IsTrue(value.TryParse("3", out var third) && third == 3);
    }

    private static ValueCase Of(string name) => Cases.Single(cells => $"{cells.Type}" == name);

    private static DataViewSchema.Column Column(ValueCase cells) => cells.Table.Schema[ValueCase.ColumnName];

    private static TabularValue TypeOf(ValueCase cells) => TabularValues.Of(Column(cells))!;

    private static List<TForm> Forms<TForm>(ValueCase cells, TabularValueOf<TForm> value)
    {
        using var cursor = cells.Table.GetRowCursor([cells.Table.Schema[ValueCase.ColumnName]]);
        var next = value.Read(cursor, cursor.Schema[ValueCase.ColumnName]).Next;
        var forms = new List<TForm>();
        while (cursor.MoveNext()) forms.Add(next());
        return forms;
    }

    private static CellsOf<TKey> Keys<TKey>(TabularValueType type, ulong count, string[] keyValues, params (TKey Key, string? Text)[] cells) =>
        new(type, new KeyDataViewType(typeof(TKey), count), cells) { KeyValues = keyValues };
}
