using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>The discriminator's raw outputs on one batch of real rows and one of fake ones.</summary>
/// <remarks>D(x) = σ(logit) is the probability that x is real.</remarks>
public sealed class Logits
{
    private readonly Tensor? _real;

    /// <summary>Pairs the logits of two batches.</summary>
    /// <param name="Real">Those of real rows, (N, 1); null in a generator step whose loss does not compare with real rows.</param>
    /// <param name="Fake">Those of fake rows, (N, 1).</param>
    public Logits(Tensor? Real, Tensor Fake)
    {
        _real = Real;
        this.Fake = Fake;
    }

    /// <value>The logits of real rows, (N, 1).</value>
    /// <exception cref="InvalidOperationException">A loss that is not relativistic asked for them in a generator step.</exception>
    public Tensor Real => _real ?? throw new InvalidOperationException(
        "A loss whose generator step uses the logits of real rows must be relativistic. Return true from IsRelativistic.");

    /// <value>The logits of fake rows, (N, 1).</value>
    public Tensor Fake { get; }
}
