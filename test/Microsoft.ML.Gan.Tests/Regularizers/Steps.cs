using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

internal static class Steps
{
    /// <summary>A discriminator step on given rows.</summary>
    public static DiscriminatorStep Of(
        Func<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long index = 0, double progress = 0, INoise? noise = null)
    {
        real.requires_grad_();
        fake.requires_grad_();
        return new DiscriminatorStep(
            discriminator, real, fake, new Logits(discriminator(real), discriminator(fake)), index, progress, noise ?? new TestNoise());
    }

    /// <summary>D(x) = w · x, whose gradient is w at each row.</summary>
    public static Func<Tensor, Tensor> Linear(Tensor w) => rows => (rows * w).flatten(1).sum(1, keepdim: true);

    /// <summary>D(x) = ‖x‖²: ∇D = 2x, ‖∇D‖ = 2‖x‖.</summary>
    public static Tensor Quadratic(Tensor rows) => rows.square().flatten(1).sum(1, keepdim: true);

    /// <summary>Weights of norm √25.25.</summary>
    public static Tensor Weights() => tensor(new float[] { 3, -4, 0.5f }).requires_grad_();

    public static Tensor Rows(params float[] numbers) => tensor(numbers, [numbers.Length / 2, 2]);

    public static double PenaltyOf(this IDiscriminatorRegularizer regularizer, DiscriminatorStep step) => regularizer.Penalty(step)!.Scalar();

    public static void AssertEqual(double[] expected, Tensor actual, double delta)
    {
        var values = actual.data<float>().ToArray();
        Assert.HasCount(expected.Length, values);
        for (var i = 0; i < expected.Length; i++) Assert.AreEqual(expected[i], values[i], delta);
    }
}
