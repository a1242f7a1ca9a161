using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Optimizers;

[TestClass]
public sealed class CpuAdamTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(8)]
    [DataRow(1003)]
    public void Step_FiftySteps_AgreesWithTorchAdam(int size)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        var start = randn(size);
        var (mine, torchs) = (new Parameter(start.clone()), new Parameter(start.clone()));
        using var cpu = new CpuAdam([mine], new AdamSettings(0.01, 0.5, 0.99));
        using var reference = new TorchAdam([torchs], new AdamSettings(0.01, 0.5, 0.99));

        for (var step = 0; step < 50; step++)
        {
            var gradient = randn(size) * Math.Pow(10, step % 5 - 2);
            cpu.Step([gradient], 1);
            reference.Step([gradient], 1);
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
