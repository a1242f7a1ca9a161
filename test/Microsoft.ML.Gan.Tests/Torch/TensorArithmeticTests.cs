using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Torch;

[TestClass]
public sealed class TensorArithmeticTests
{
    private static readonly Tensor X = tensor(new[] { -2f, 0.5f, 3f });

    [TestMethod]
    public void Plus_Tensor_AddsElementByElement() => AssertValues([-1f, 2.5f, 6f], X.Plus(tensor(new[] { 1f, 2f, 3f })));

    [TestMethod]
    public void Plus_Number_AddsItToEachElement() => AssertValues([-3.25f, -0.75f, 1.75f], X.Plus(-1.25));

    [TestMethod]
    public void Times_Number_MultipliesEachElement() => AssertValues([-5f, 1.25f, 7.5f], X.Times(2.5));

    [TestMethod]
    public void Squared_NegativeAndPositive_AreSquares() => AssertValues([4f, 0.25f, 9f], X.Squared());

    [TestMethod]
    public void Clamp_BothSides_HoldsElementsBetween() => AssertValues([-1f, 0.5f, 2.5f], X.Clamp(-1, 2.5));

    [TestMethod]
    public void IsAbove_ElementEqualToTheNumber_IsNot() =>
        CollectionAssert.AreEqual(new[] { false, false, true }, X.IsAbove(0.5).data<bool>().ToArray());

    [TestMethod]
    public void Range_Four_CountsFromZero() => AssertValues([0f, 1f, 2f, 3f], TensorArithmetic.Range(4));

    [TestMethod]
    public void Polynomial_Gradient_IsItsDerivative()
    {
        using var x = X.clone().requires_grad_();

        var gradient = autograd.grad([x.Squared().Times(3).Plus(x.Times(2)).Plus(1).sum()], [x])[0];

        AssertValues([-10f, 5f, 20f], gradient);                      // 6 x + 2
    }

    private static void AssertValues(float[] expected, Tensor actual)
    {
        Assert.AreEqual(ScalarType.Float32, actual.dtype);
        CollectionAssert.AreEqual(expected, actual.data<float>().ToArray());
    }
}
