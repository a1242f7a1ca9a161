using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Optimizers;

[TestClass]
public sealed class OptimizerStateTests
{
    private static readonly AdamSettings Settings = new(0.01, 0.5, 0.9);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Step_SavedAndLoadedIntoAnotherOptimizer_IsToTheBitAsInOneGo(bool isOnCpu)
    {
        using var scope = NewDisposeScope();
        var saved = new SavedState();
        Parameter whole = Weights(), resumed = Weights();
        using var first = Create(isOnCpu, whole);
        for (var step = 0; step < 3; step++) Step(first, whole, step);
        first.Save(new StateWriter(saved));
        using (no_grad()) resumed.copy_(whole);

        using var second = Create(isOnCpu, resumed);
        second.Load(new StateReader(saved));
        for (var step = 3; step < 6; step++)
        {
            Step(first, whole, step);
            Step(second, resumed, step);
        }

        CollectionAssert.AreEqual(whole.data<float>().ToArray(), resumed.data<float>().ToArray());
    }

    private static Parameter Weights() => new(arange(10, float32) - 5);

    private static IOptimizer Create(bool isOnCpu, Parameter weights) =>
        isOnCpu ? new CpuAdam([weights], Settings) : new DeviceAdam([weights], Settings);

    private static void Step(IOptimizer optimizer, Parameter weights, int step)
    {
        using var noGrad = no_grad();
        optimizer.Step([(weights * (step + 1)).sin()], rateFactor: 1 - 0.1 * step);
    }
}
