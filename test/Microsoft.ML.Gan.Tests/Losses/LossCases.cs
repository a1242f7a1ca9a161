using System.Reflection;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Losses;

internal static class LossCases
{
    /// <summary>Logits whose real and fake ones differ in every moment.</summary>
    public static Logits Judgement => new(Assertions.Column(2, 0.5f), Assertions.Column(-2, 0));

    public static IGanLoss[] All =>
    [
        .. typeof(GanLosses).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (IGanLoss)property.GetValue(null)!),
        GanLosses.NonSaturatingSmoothed(),
    ];

    public static IEnumerable<object[]> Names => All.Select(loss => new object[] { loss.Name });

    public static IGanLoss Named(string name) => All.Single(loss => loss.Name == name);

    /// <summary>log(1 + eᵃ) = −log σ(−a), in double precision.</summary>
    public static double Softplus(double a) => Math.Log(1 + Math.Exp(a));

    public static (double Real, double Fake) DiscriminatorGradient(this IGanLoss loss, double real, double fake)
    {
        var (x, g) = Leaves(real, fake);
        var gradients = autograd.grad([loss.ForDiscriminator(new Logits(x, g))], [x, g]);
        return (gradients[0].Scalar(), gradients[1].Scalar());
    }

    public static double GeneratorGradient(this IGanLoss loss, double real, double fake)
    {
        var (x, g) = Leaves(real, fake);
        return autograd.grad([loss.ForGenerator(new Logits(x.detach(), g))], [g])[0].Scalar();
    }

    private static (Tensor Real, Tensor Fake) Leaves(double real, double fake) =>
        (Assertions.Column((float)real).requires_grad_(), Assertions.Column((float)fake).requires_grad_());
}
