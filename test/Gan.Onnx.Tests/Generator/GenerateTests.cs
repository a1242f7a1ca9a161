using Microsoft.ML;

namespace Gan.Onnx.Tests.Generator;

[TestClass]
public sealed class GenerateTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(1000)]
    public void Generate_LatentsOfASeed_MakesTheSamplesOfTheSeed(int rows)
    {
        using var generator = Load(TestModels.Network());
        var data = generator.Sample(rows, seed: 3);
        var samples = new float[rows * 28];

        generator.Generate(Flat(data.Vectors("Latent")), samples);

        CollectionAssert.AreEqual(Flat(data.Vectors("Sample")), samples);
    }

    [TestMethod]
    public void SampleFrom_PartsOfASample_AreItsRows()
    {
        using var generator = Load(TestModels.Conditional());
        var (whole, ofClass) = (generator.Sample(200, seed: 3), generator.Sample(200, generator.ClassNames[1], seed: 3));

        CollectionAssert.AreEqual(Flat(whole.Vectors("Sample"))[(70 * 2)..], Flat(generator.SampleFrom(70, 130, seed: 3).Vectors("Sample")));
        CollectionAssert.AreEqual(
            Flat(ofClass.Vectors("Sample"))[(70 * 2)..], Flat(generator.SampleFrom(70, 130, generator.ClassNames[1], seed: 3).Vectors("Sample")));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.SampleFrom(-1, 1));
    }

    [TestMethod]
    public void Generate_Classes_MakesSamplesOfThem()
    {
        using var generator = Load(TestModels.Conditional());
        var samples = new float[6];

        generator.Generate([1, 2, 3, 4, 5, 6], [3, 1, 2], samples);

        CollectionAssert.AreEqual(new float[] { 301, 302, 103, 104, 205, 206 }, samples);
    }

    [TestMethod]
    public void Generate_NoRows_DoesNothing()
    {
        using var generator = Load(TestModels.Network());
        using var conditional = Load(TestModels.Conditional());

        generator.Generate([], []);
        conditional.Generate([], [], []);
    }

    [TestMethod]
    public void Generate_PartsOfMemoryOneAfterTheOther_ReadsAndWritesThemAlone()
    {
        using var generator = Load(TestModels.Linear(1));
        float[] latents = [0, 1, 2, 3, 4, 5, 6, 7];
        float[] samples = [-1, -1, -1, -1, -1];

        generator.Generate(latents.AsSpan(2, 4), samples.AsSpan(1, 2));
        CollectionAssert.AreEqual(new float[] { -1, 32, 54, -1, -1 }, samples);

        latents[6] = 100;
        generator.Generate(latents.AsSpan(4, 4), samples.AsSpan(2, 2));
        CollectionAssert.AreEqual(new float[] { -1, 32, 54, 170, -1 }, samples);

        latents[6] = 200;
        generator.Generate(latents.AsSpan(4, 4), samples.AsSpan(2, 2));
        CollectionAssert.AreEqual(new float[] { -1, 32, 54, 270, -1 }, samples);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4096)]
    public void Generate_SameMemoryAgain_AllocatesNothing(int rows)
    {
        using var generator = Load(TestModels.Network());
        using var conditional = Load(TestModels.Conditional());
        var (latents, samples) = (Fixed<float>(rows * 16), Fixed<float>(rows * 28));
        var (points, classes, results) = (Fixed<float>(rows * 2), Fixed<uint>(rows), Fixed<float>(rows * 2));
        classes.AsSpan().Fill(1);

        Assert.AreEqual(0, Allocated(() => generator.Generate(latents, samples)));
        Assert.AreEqual(0, Allocated(() => conditional.Generate(points, classes, results)));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4096)]
    public void Generate_OtherMemoryEachTime_AllocatesLittleWhateverTheRows(int rows)
    {
        using var generator = Load(TestModels.Network());
        var (latents, samples) = (new float[(rows + 1) * 16], new float[rows * 28]);
        var turn = 0;

        var bytes = Allocated(() => generator.Generate(latents.AsSpan(16 * (turn++ % 2), rows * 16), samples));

        Assert.IsLessThan(1000, bytes);
    }

    [TestMethod]
    public void Generate_ManyThreads_GivesEachItsOwnSamples()
    {
        using var generator = Load(TestModels.Linear(1));

        Parallel.For(0, 200, thread =>
        {
            float[] latents = [thread, thread, 2 * thread, 0];
            var samples = new float[2];
            for (var i = 0; i < 20; i++)
            {
                generator.Generate(latents, samples);
                CollectionAssert.AreEqual(new float[] { 11 * thread, 2 * thread }, samples);
                samples.AsSpan().Clear();
            }
        });
    }

    [TestMethod]
    public void Generate_WhileItIsDisposedOf_MakesSamplesOrSaysSo()
    {
        for (var i = 0; i < 20; i++)
        {
            var generator = Load(TestModels.Network());
            var (latents, samples) = (new float[16 * 256], new float[28 * 256]);
            var running = Task.Run(() =>
            {
                while (true) generator.Generate(latents, samples);
            });
            Thread.Yield();
            generator.Dispose();
            Assert.ThrowsExactly<ObjectDisposedException>(() => running.GetAwaiter().GetResult());
        }
    }

    [TestMethod]
    public void Generate_WrongLengths_SaysWhatFits()
    {
        using var generator = Load(TestModels.Network());
        using var conditional = Load(TestModels.Conditional());
        var memory = new float[100];

        Assert.AreEqual(
            "The latents must have 16 values a row, but had 20 values in all. (Parameter 'latents')",
            Refusal(() => generator.Generate(new float[20], new float[28])));
        Assert.AreEqual(
            "The samples must have 56 values, 28 for each of 2 latent vectors, but had 55. (Parameter 'samples')",
            Refusal(() => generator.Generate(new float[32], new float[55])));
        Assert.AreEqual(
            "The samples must go to memory of their own, but overlap the latents. (Parameter 'samples')",
            Refusal(() => generator.Generate(memory.AsSpan(0, 16), memory.AsSpan(15, 28))));
        Assert.AreEqual(
            "The classes must be as many as the latent vectors, 2, but were 1. (Parameter 'classes')",
            Refusal(() => conditional.Generate(new float[4], [1], new float[4])));
    }

    [TestMethod]
    [DataRow(0u)]
    [DataRow(4u)]
    public void Generate_NoClassOfThatNumber_NamesRowAndRange(uint key)
    {
        using var generator = Load(TestModels.Conditional());

        Assert.AreEqual(
            $"The classes must be key values from 1 to 3, but that of row 2 was {key}. (Parameter 'classes')",
            Refusal(() => generator.Generate(new float[4], [1, key], new float[4])));
    }

    [TestMethod]
    public void Generate_ClassesMissingOrNotWanted_NamesTheOtherOverload()
    {
        using var generator = Load(TestModels.Linear(1));
        using var conditional = Load(TestModels.Conditional());

        Assert.AreEqual(
            "The generator must be class-conditional to be given classes, but was trained without a label column. " +
            "Call Generate(latents, samples).",
            Assert.ThrowsExactly<InvalidOperationException>(() => generator.Generate(new float[2], [1], new float[1])).Message);
        Assert.AreEqual(
            "The generator must be given a class for each row, since it is class-conditional (zero, one, two), but was given none. " +
            "Call Generate(latents, classes, samples).",
            Assert.ThrowsExactly<InvalidOperationException>(() => conditional.Generate(new float[2], new float[2])).Message);
    }

    private static string Refusal(Action action) => Assert.ThrowsExactly<ArgumentException>(action).Message;

    private static float[] Flat(float[][] rows) => [.. rows.SelectMany(row => row)];

    /// <summary>Memory that stays where it is.</summary>
    private static T[] Fixed<T>(int length) => GC.AllocateArray<T>(length, pinned: true);

    /// <summary>The bytes that a call allocates, after some that may allocate what all calls need.</summary>
    private static long Allocated(Action call)
    {
        for (var i = 0; i < 100; i++) call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
    }

    private GeneratorTransformer Load(byte[] model) => _mlContext.Gan().LoadGenerator(new MemoryStream(model));
}
