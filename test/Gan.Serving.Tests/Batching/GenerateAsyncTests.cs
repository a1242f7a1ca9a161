using Gan.Onnx.Tests;

namespace Gan.Serving.Tests.Batching;

[TestClass]
public sealed class GenerateAsyncTests
{
    [TestMethod]
    public async Task GenerateAsync_ManyAtOnce_GivesEachTheSamplesOfItsVectors()
    {
        var model = TestModels.Network();
        using var served = Served.Generator(model, options => options.LargestBatch = 16);
        using var alone = Served.Load(model);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(seed => Task.Run(async () =>
        {
            var (latents, samples) = (new float[16 * (seed % 40 + 1)], new float[28 * (seed % 40 + 1)]);
            alone.DrawLatents(latents, seed);
            await served.GenerateAsync(latents, samples);
            return samples;
        })));

        foreach (var (seed, samples) in answers.Index()) CollectionAssert.AreEqual(Served.Alone(alone, seed % 40 + 1, seed), samples, $"seed {seed}");
    }

    [TestMethod]
    public async Task GenerateAsync_Classes_MakesSamplesOfThem()
    {
        using var served = Served.Generator(TestModels.Conditional());
        var samples = new float[6];

        await served.GenerateAsync(new float[] { 1, 2, 3, 4, 5, 6 }, new uint[] { 3, 1, 2 }, samples);

        CollectionAssert.AreEqual(new float[] { 301, 302, 103, 104, 205, 206 }, samples);
    }

    [TestMethod]
    public async Task GenerateAsync_FaultyOrEmpty_LeavesTheSamples()
    {
        using var served = Served.Generator(TestModels.Linear(1), options => options.MostRows = 3);
        var samples = new float[] { 7 };

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => served.GenerateAsync(new float[3], samples));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => served.GenerateAsync(new float[2], new uint[] { 1 }, samples));
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => served.GenerateAsync(new float[8], new float[4]));
        await Assert.ThrowsAsync<OperationCanceledException>(() => served.GenerateAsync(new float[2], samples, new CancellationToken(true)));
        await served.GenerateAsync(default, Memory<float>.Empty);

        Assert.AreEqual(7, samples[0]);
    }
}
