using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class ChoiceSamplerTests
{
    private static readonly Choice[] Choices = [new Choice(0, null, [0, 0, 0]), new Choice(3, null, [0, 0])];
    private static readonly float[,] Logits = { { 0.3f, -0.5f, 1.1f, 0.2f, -0.4f } };

    [TestMethod]
    public void Forward_UniformNumbers_ChooseTheGreatestOfLogitPlusGumbelNoise()
    {
        using var scope = NewDisposeScope();
        var uniform = tensor(new[] { 0.9f, 0.2f, 0.5f, 0.5f, 0.8f });                      // −log(−log u): 2.25, −0.48, 0.37, 0.37, 1.50
        using var sampler = new ChoiceSampler(Choices, new TestNoise(uniform));

        // 2.55, −0.98, 1.47 and 0.57, 1.10
        CollectionAssert.AreEqual(new float[] { 1, 0, 0, 0, 1 }, sampler.call(tensor(Logits)).data<float>().ToArray());
    }

    [TestMethod]
    public void Gradient_OfAQuadraticFunction_IsExactInTheMean()
    {
        using var scope = NewDisposeScope();
        using var exactLogits = tensor(Logits, requires_grad: true);
        var exact = zeros(1);
        var mean = zeros(1, 5);
        foreach (var (first, second) in from first in Enumerable.Range(0, 3) from second in Enumerable.Range(0, 2) select (first, second))
        {
            var probability = exactLogits.narrow(1, 0, 3).softmax(1)[0, first] * exactLogits.narrow(1, 3, 2).softmax(1)[0, second];
            var uniform = zeros(5);
            uniform[first] = 1f;
            uniform[3 + second] = 1f;
            using var sampler = new ChoiceSampler(Choices, new TestNoise(uniform));
            var logits = tensor(Logits, requires_grad: true);

            var drawn = sampler.call(logits);
            Quadratic(drawn).backward();

            Assert.AreEqual((1f, 1f), (drawn[0, first].ToSingle(), drawn[0, 3 + second].ToSingle()));
            mean = mean.add(logits.grad! * probability.detach());
            exact = exact.add(Quadratic(drawn.detach()) * probability);
        }
        exact.sum().backward();

        Assert.IsGreaterThan(0.1, exactLogits.grad!.abs().min().ToDouble());
        Assert.AreEqual(0, (exactLogits.grad - mean).abs().max().ToDouble(), 1e-5);
    }

    /// <summary>A function whose second derivatives within a choice and across choices are not zero.</summary>
    private static Tensor Quadratic(Tensor drawn)
    {
        var sums = drawn.mm(tensor(new[,] { { 1f, 0.5f }, { -2f, 1f }, { 0.7f, 3f }, { 1.5f, -1f }, { -0.5f, 2f } }));
        return (sums[0, 0] * sums[0, 1]).add(sums[0, 1].square());
    }
}
