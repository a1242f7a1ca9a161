using Gan.Onnx;
using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;

namespace Gan.Serving.Tests.Batching;

[TestClass]
public sealed class BatchedRowsTests
{
    [TestMethod]
    public async Task SampleAsync_ManyAtOnce_GivesEachTheRowsThatItHasAlone()
    {
        var model = TestModels.Network();
        using var served = Served.Generator(model, options => options.LargestBatch = 16);
        using var alone = Served.Load(model);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(seed => Task.Run(() => served.SampleAsync(seed % 40 + 1, seed))));

        foreach (var (seed, answer) in answers.Index())
        {
            Assert.AreEqual(seed % 40 + 1, answer.Count);
            CollectionAssert.AreEqual(Served.Alone(alone, answer.Count, seed), answer.Values.ToArray(), $"seed {seed}");
            CollectionAssert.AreEqual(answer.Values[^28..].ToArray(), answer[answer.Count - 1].ToArray());
        }
    }

    [TestMethod]
    public async Task SampleAsync_ClassesAtOnce_GivesEachItsOwn()
    {
        var model = TestModels.Conditional(1, 0, 2);
        using var served = Served.Generator(model);
        using var alone = Served.Load(model);

        var drawn = served.SampleAsync(50, seed: 3);
        var two = served.SampleAsync(5, seed: 3, className: "two");
        await Task.WhenAll(drawn, two);

        CollectionAssert.AreEqual(Served.Alone(alone, 50, 3), drawn.Result.Values.ToArray());
        CollectionAssert.AreEqual(Served.Alone(alone, 5, 3, "two"), two.Result.Values.ToArray());
        CollectionAssert.AreEqual(Enumerable.Repeat("two", 5).ToArray(), two.Result.ClassNames.ToArray());
        CollectionAssert.AreEquivalent(new[] { "zero", "two" }, drawn.Result.ClassNames.Distinct().ToArray());
        for (var i = 0; i < 50; i++) Assert.AreEqual(drawn.Result.ClassNames[i] == "two" ? 300 : 100, drawn.Result[i][0], 20);
    }

    [TestMethod]
    public async Task SampleAsync_TablesWithIdentifiersAtOnce_GivesEachThoseOfItsRows()
    {
        var graph = new TableGraph(1).Texts("Job", hasMissing: false, "cook", "pilot");
        TabularIdentifier number = new()
        {
            Name = "Number",
            Type = TabularValueType.Int32,
            Pattern = new() { Numbers = new(new(7, 3, 1_000), 5_000, int.MaxValue) },
        };
        var model = graph.ToModel(graph.Manifest with { Identifiers = [number] });
        using var served = Served.Table(model);
        using var alone = TableGraphs.Load(model);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(seed => Task.Run(() => served.SampleAsync(seed % 7 + 1, seed))));

        foreach (var (seed, answer) in answers.Index()) TableGraphs.AreSame(alone.Sample(seed % 7 + 1, seed).Cells(), answer.Cells());
    }

    [TestMethod]
    public async Task SampleAsync_TablesUnderManyConditionsAtOnce_GivesEachTheRowsThatItHasAlone()
    {
        var model = TableGraphs.EveryType().ToModel();
        using var served = Served.Table(model);
        using var alone = TableGraphs.Load(model);
        Dictionary<string, string>?[] conditions =
            [null, new() { ["Sex"] = "male" }, new() { ["Job"] = "" }, new() { ["Job"] = "pilot", ["Wealth"] = "" }, new() { ["Grade"] = "high" }];

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(seed => Task.Run(() => served.SampleAsync(seed % 7 + 1, seed, conditions[seed % conditions.Length]))));

        foreach (var (seed, answer) in answers.Index())
        {
            var expected = alone.Sample(seed % 7 + 1, seed, conditions[seed % conditions.Length]);
            Assert.AreEqual(seed % 7 + 1, answer.GetRowCount());
            CollectionAssert.AreEqual(
                expected.Schema.Select(column => $"{column.Name} {column.Type}").ToList(),
                answer.Schema.Select(column => $"{column.Name} {column.Type}").ToList());
            TableGraphs.AreSame(expected.Cells(), answer.Cells());
        }
    }

    [TestMethod]
    public async Task SampleAsync_FaultyRequests_AreRefusedByThemselves()
    {
        using var served = Served.Generator(TestModels.Conditional(1, 0, 2), options => options.MostRows = 10);
        using var table = Served.Table(TableGraphs.EveryType().ToModel());

        var none = await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => served.SampleAsync(0));
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => served.SampleAsync(11));
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => served.SampleAsync(1, className: "seven"));
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => table.SampleAsync(1, where: new Dictionary<string, string> { ["Sex"] = "?" }));
        await Assert.ThrowsAsync<OperationCanceledException>(() => served.SampleAsync(1, cancellationToken: new CancellationToken(true)));

        StringAssert.StartsWith(none.Message, "The count must be from 1 to 10, but was 0. Ask for fewer rows, or set a greater MostRows.");
        Assert.AreEqual(10, (await served.SampleAsync(10)).Count);
    }

    [TestMethod]
    public async Task SampleAsync_AfterDispose_IsRefused()
    {
        var served = Served.Generator(TestModels.Linear(2));
        await served.SampleAsync(1);

        served.Dispose();

        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => served.SampleAsync(1));
    }

    [TestMethod]
    public async Task CollectedRows_Cursor_IsAtNoRowBeforeAndAfterThem()
    {
        using var served = Served.Table(TableGraphs.EveryType().ToModel());
        var rows = await served.SampleAsync(2);
        using var cursor = rows.GetRowCursor([rows.Schema["Int"]]);
        var getter = cursor.GetGetter<int>(rows.Schema["Int"]);
        var value = 0;

        Assert.ThrowsExactly<InvalidOperationException>(() => getter(ref value));
        Assert.IsTrue(cursor.MoveNext());
        getter(ref value);
        Assert.IsTrue(cursor.MoveNext());
        Assert.IsFalse(cursor.MoveNext());
        Assert.IsFalse(cursor.MoveNext());
        Assert.ThrowsExactly<InvalidOperationException>(() => getter(ref value));
        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<long>(rows.Schema["Int"]));
        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<bool>(rows.Schema["Is"]));
    }
}
