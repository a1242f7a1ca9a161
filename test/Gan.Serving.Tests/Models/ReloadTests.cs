using Gan.Onnx;
using Gan.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.ML;

namespace Gan.Serving.Tests.Models;

[TestClass]
public sealed class ReloadTests
{
    private static readonly byte[] Old = Served.Scaled(1), New = Served.Scaled(3);

    [TestMethod]
    public async Task Reload_DuringALease_KeepsTheOldGeneratorUntilTheLeaseEnds()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], Old);
        using var served = Served.Generator(folder["g.onnx"]);
        var expected = (await served.SampleAsync(2, seed: 5)).Values.ToArray();
        using var lease = await served.LeaseAsync();
        using var second = await served.LeaseAsync();
        var generator = lease.Generator;

        File.WriteAllBytes(folder["g.onnx"], New);
        await served.ReloadAsync();
        lease.Dispose();
        lease.Dispose();                            // a second end of the same lease does not count

        CollectionAssert.AreEqual(expected, Served.Alone(generator, 2, 5));
        CollectionAssert.AreEqual(Served.Alone(Served.Load(New), 2, 5), (await served.SampleAsync(2, seed: 5)).Values.ToArray());
        Assert.ThrowsExactly<ObjectDisposedException>(() => lease.Generator);
        second.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => Served.Alone(generator, 2, 5));
    }

    [TestMethod]
    public async Task Reload_WhileRequestsRun_DropsNoneAndMixesNoTwoModels()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], Old);
        using var served = Served.Generator(folder["g.onnx"]);
        float[] old = Served.Alone(Served.Load(Old), 600, 1), changed = Served.Alone(Served.Load(New), 600, 1);
        using var isOver = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var answers = 0;
            for (; answers == 0 || !isOver.IsCancellationRequested; answers++)
            {
                var values = (await served.SampleAsync(600, seed: 1)).Values.ToArray();        // in three runs
                CollectionAssert.AreEqual(values[0] == old[0] ? old : changed, values);
            }
            return answers;
        })).ToArray();

        for (var i = 1; i <= 20; i++)
        {
            AtomicFile.Write(folder["g.onnx"], i % 2 == 0 ? Old : New);
            await served.ReloadAsync();
        }
        isOver.Cancel();

        Assert.IsGreaterThanOrEqualTo(4, (await Task.WhenAll(clients)).Sum());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("cut")]
    [DataRow("tail")]
    [DataRow("table")]
    public async Task Reload_BrokenFile_IsRefusedAndTheOldGoesOn(string fault)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], Old);
        var log = new TestLog();
        using var served = Served.Generator(folder["g.onnx"], log);
        var expected = (await served.SampleAsync(2)).Values.ToArray();

        File.WriteAllBytes(folder["g.onnx"], fault switch
        {
            "cut" => New[..^20],
            "tail" => [.. New, 1, 2, 3],
            "table" => Onnx.Tests.Tabular.TableGraphs.EveryType().ToModel(),
            _ => [],
        });
        var refusal = await Assert.ThrowsExactlyAsync<InvalidDataException>(() => served.ReloadAsync());

        CollectionAssert.AreEqual(expected, (await served.SampleAsync(2)).Values.ToArray());
        Assert.AreSame(refusal, ((IServed)served).Refusal);
        Assert.AreEqual(
            (LogLevel.Error, $"Generator 'small' goes on with the model that it has, since {folder["g.onnx"]} was refused: {refusal.Message}"),
            log.Entries[^1]);
        File.WriteAllBytes(folder["g.onnx"], New);
        await served.ReloadAsync();
        Assert.IsNull(((IServed)served).Refusal);
        Assert.AreEqual((LogLevel.Information, $"Generator 'small' was loaded from {folder["g.onnx"]}: {New.Length} bytes."), log.Entries[^1]);
    }

    [TestMethod]
    public async Task Watch_FileThatChanges_IsLoadedOrRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], Old);
        var time = new FakeTimeProvider();
        var log = new TestLog();
        using var served = Served.Generator(folder["g.onnx"], log, time);
        await served.SampleAsync(1);

        await Replace([1, 2, 3]);
        StringAssert.Contains(log.Entries[^1].Text, "goes on with the model that it has");
        CollectionAssert.AreEqual(Served.Alone(Served.Load(Old), 2, 0), (await served.SampleAsync(2)).Values.ToArray());
        await Replace(New);
        CollectionAssert.AreEqual(Served.Alone(Served.Load(New), 2, 0), (await served.SampleAsync(2)).Values.ToArray());
        File.Delete(folder["g.onnx"]);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.AreEqual(2, (await served.SampleAsync(2)).Count);
        Assert.HasCount(3, log.Entries);

        async Task Replace(byte[] file)
        {
            var before = log.Entries.Count;
            AtomicFile.Write(folder["g.onnx"], file);
            while (log.Entries.Count == before)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }
    }

    [TestMethod]
    public async Task Load_FileThatIsMissingAtFirst_IsLoadedWhenItIsThere()
    {
        using var folder = new TemporaryFolder();
        using var served = Served.Generator(folder["g.onnx"]);

        await Assert.ThrowsExactlyAsync<FileNotFoundException>(() => served.SampleAsync(1));
        File.WriteAllBytes(folder["g.onnx"], Old);

        Assert.AreEqual(1, (await served.SampleAsync(1)).Count);
    }

    [TestMethod]
    public async Task Load_SameBrokenFile_IsReadOnce()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["g.onnx"], [1, 2, 3]);
        var log = new TestLog();
        using var served = Served.Generator(folder["g.onnx"], log);

        for (var i = 0; i < 3; i++) await Assert.ThrowsExactlyAsync<InvalidDataException>(() => served.SampleAsync(1));
        Assert.HasCount(1, log.Entries);
        File.WriteAllBytes(folder["g.onnx"], Old);

        Assert.AreEqual(1, (await served.SampleAsync(1)).Count);
    }

    [TestMethod]
    public async Task Load_ModelThatFailsWhenWarm_IsRefused()
    {
        var opened = 0;
        using var served = new ServedGenerator<GeneratorTransformer>(
            "cold", new GanGeneratorOptions { OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(Old)), WarmUpRows = 7 }, Served.Host(),
            (_, file) => Served.Load(file), (_, rows) => throw new InvalidDataException($"{rows} {opened++}"));

        var fault = await Assert.ThrowsExactlyAsync<InvalidDataException>(() => served.LeaseAsync(CancellationToken.None).AsTask());

        Assert.AreEqual("7 0", fault.Message);
    }

    [TestMethod]
    public async Task TabularGenerator_Reload_TakesTheNewFile()
    {
        var model = Onnx.Tests.Tabular.TableGraphs.EveryType().ToModel();
        using var served = Served.Table(model);

        await served.ReloadAsync();
        using var lease = await served.LeaseAsync();

        Assert.AreEqual("table", served.Name);
        Assert.AreEqual(3, lease.Generator.Sample(3).Preview().RowView.Length);
    }
}
