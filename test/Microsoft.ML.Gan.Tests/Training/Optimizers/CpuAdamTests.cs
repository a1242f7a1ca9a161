using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Optimizers;

[TestClass]
public sealed class CpuAdamTests
{
    private static readonly AdamSettings Settings = new(0.01, 0.5, 0.99);

    [TestMethod]
    [DataRow(1, true)]
    [DataRow(8, true)]
    [DataRow(1003, true)]
    [DataRow(1003, false)]
    public void Step_FiftySteps_AgreesWithTorchsAdam(int size, bool isOnCpu)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        var start = randn(size);
        var (mine, torchs) = (new Parameter(start.clone()), new Parameter(start.clone()));
        using IOptimizer optimizer = isOnCpu ? new CpuAdam([mine], Settings) : new DeviceAdam([mine], Settings);
        using var reference = optim.Adam([torchs], 0.01, 0.5, 0.99, AdamSettings.Epsilon);

        for (var step = 0; step < 50; step++)
        {
            var gradient = randn(size) * Math.Pow(10, step % 5 - 2);
            optimizer.Step([gradient], 1);
            torchs.grad = gradient;
            reference.step();
        }

        Assert.IsTrue((mine - start).abs().mean().ToSingle() > 0.01, "The parameters move.");
        Assert.AreEqual(0, (mine - torchs).abs().max().ToSingle(), 1e-5);
    }

    [TestMethod]
    public void Step_FirstStep_MovesByTheLearningRateAgainstTheGradient()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(3));
        using var adam = new CpuAdam([parameter], new AdamSettings(0.25, 0.5, 0.99));

        adam.Step([tensor(new float[] { 5, -0.01f, 0 })], 1);

        CollectionAssert.AreEqual(new float[] { -0.25f, 0.25f, 0 }, parameter.data<float>().Select(value => MathF.Round(value, 4)).ToArray());
    }

    [TestMethod]
    public void Step_TransposedGradient_IsTakenElementByElement()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(2, 2));
        using var adam = new CpuAdam([parameter], new AdamSettings(1, 0.5, 0.99));

        adam.Step([tensor(new float[] { 1, -1, 1, 1 }, [2, 2]).t()], 1);

        Assert.AreEqual(1, parameter[1, 0].ToSingle(), 1e-5);                 // only the element below the diagonal has a negative gradient
        Assert.AreEqual(-1, parameter[0, 1].ToSingle(), 1e-5);
    }
}
