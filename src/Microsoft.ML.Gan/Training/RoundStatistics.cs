using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Keeps what the steps since the last report have measured, as tensors on the device; only <see cref="Read"/> waits for it.</summary>
internal sealed class RoundStatistics : IDisposable
{
    private readonly List<Tensor> _real = [];
    private readonly List<Tensor> _fake = [];
    private readonly List<Tensor> _discriminatorLosses = [];
    private readonly List<Tensor> _penalties = [];
    private readonly List<Tensor> _generatorLosses = [];

    private IEnumerable<List<Tensor>> All => [_real, _fake, _discriminatorLosses, _penalties, _generatorLosses];

    public void AddDiscriminatorStep(Logits d, Tensor loss, Tensor? penalty)
    {
        Keep(_real, d.Real);
        Keep(_fake, d.Fake);
        Keep(_discriminatorLosses, loss);
        if (penalty is not null) Keep(_penalties, penalty);
    }

    public void AddGeneratorStep(Tensor loss) => Keep(_generatorLosses, loss);

    /// <summary>The means over all steps since the last call.</summary>
    public RoundMeans Read()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (real, fake) = (cat(_real, 0), cat(_fake, 0));
        var value = -(Losses.CrossEntropy.ThatReal(real) + Losses.CrossEntropy.ThatFake(fake));       // V(D, G)
        var means = new RoundMeans(
            Values(_discriminatorLosses), Values(_penalties), Values(_generatorLosses),
            real.sigmoid().mean().ToDouble(), fake.sigmoid().mean().ToDouble(), value.ToDouble());
        Clear();
        return means;
    }

    public void Dispose() => Clear();

    private static void Keep(List<Tensor> kept, Tensor tensor) => kept.Add(tensor.detach().DetachFromDisposeScope());

    private static double[] Values(List<Tensor> scalars) =>
        scalars.Count == 0 ? [] : [.. stack(scalars).to(float64).cpu().data<double>()];

    private void Clear()
    {
        foreach (var kept in All)
        {
            kept.ForEach(tensor => tensor.Dispose());
            kept.Clear();
        }
    }
}
