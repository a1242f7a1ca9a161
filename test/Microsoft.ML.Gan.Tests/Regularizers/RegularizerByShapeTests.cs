using Microsoft.ML.Gan.Regularizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class RegularizerByShapeTests
{
    [TestMethod]
    public void Penalty_ImagesAndVectors_IsThatOfTheirKind()
    {
        using var scope = NewDisposeScope();
        var regularizer = new RegularizerByShape(images: new Constant(1), others: new Constant(2));

        Assert.AreEqual(1, regularizer.Penalty(Step([4, 1, 8, 8]))!.item<float>());
        Assert.AreEqual(2, regularizer.Penalty(Step([4, 64]))!.item<float>());
        Assert.AreEqual("1 or 2", regularizer.Name);
    }

    private static DiscriminatorStep Step(long[] shape) =>
        new(rows => rows, zeros(shape), zeros(shape), new Logits(zeros(4, 1), zeros(4, 1)), Index: 0, Progress: 0, new TestNoise());

    private sealed class Constant(float value) : IDiscriminatorRegularizer
    {
        public string Name => $"{value}";

        public Tensor? Penalty(DiscriminatorStep step) => tensor(value);
    }
}
