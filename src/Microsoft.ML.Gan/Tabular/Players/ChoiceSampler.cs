using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>
/// Logits of choices to one-hots drawn by them, which pass on a gradient: ReinMax (Liu et al. 2023, "Bridging Discrete and Backpropagation").
/// </summary>
/// <remarks>
/// A one-hot D is drawn with the probabilities π of the softmax, by the Gumbel-max trick. Back comes twice the gradient of a softmax at (π + D) / 2
/// less half of that at π, which in the mean is exact for what is quadratic in D; the straight-through gradient is so for what is linear.
/// </remarks>
internal sealed class ChoiceSampler : Module<Tensor, Tensor>
{
    private const float LeastUniform = 1e-9f;

    [ComponentName(Name = "choiceOfSlot")]
    private readonly Tensor _choiceOfSlot;                            // (slots)

    [ComponentName(Name = "slotsOfChoice")]
    private readonly Tensor _slotsOfChoice;                           // (slots, choices): 1 where the slot is the choice's

    private readonly long[] _sizes;                                   // of the choices
    private readonly INoise _noise;

    /// <param name="choices">The choices, whose slots stand side by side.</param>
    /// <param name="noise">Decides.</param>
    public ChoiceSampler(IReadOnlyList<Choice> choices, INoise noise) : base(nameof(ChoiceSampler))
    {
        _sizes = [.. choices.Select(choice => (long)choice.Size)];
        _noise = noise;
        _choiceOfSlot = tensor([.. choices.SelectMany((choice, index) => Enumerable.Repeat((long)index, choice.Size))]);
        _slotsOfChoice = _choiceOfSlot.unsqueeze(1).eq(TensorArithmetic.Range(choices.Count)).to(float32);
        RegisterComponents();
    }

    public override Tensor forward(Tensor logits)                     // (N, slots)
    {
        var (drawn, shares) = Draw(logits);
        if (!is_grad_enabled()) return drawn;
        var passed = WithSlope(logits, drawn.Plus(shares).Times(0.5)).Times(2) - WithSlope(logits, shares).Times(0.5);
        return (passed - passed.detach()).Plus(drawn);
    }

    /// <summary>One-hots, and the softmax that they are drawn by.</summary>
    private (Tensor Drawn, Tensor Shares) Draw(Tensor logits)
    {
        using var noGrad = no_grad();
        var uniform = _noise.Uniform(logits.shape).Clamp(LeastUniform, 1 - 1e-7f);
        var noisy = logits - uniform.log_().neg_().log_();
        var weights = (logits - Greatest(logits)).exp_();
        return (noisy.ge(Greatest(noisy)).to(float32), weights / Sums(weights));
    }

    /// <summary>What has the gradient of a softmax where that is p: p ∘ (x − Σ p x).</summary>
    private Tensor WithSlope(Tensor logits, Tensor p) => p * (logits - Sums(p * logits));

    /// <summary>Of each choice, the sum, for each of its slots.</summary>
    private Tensor Sums(Tensor values) => values.mm(_slotsOfChoice).mm(_slotsOfChoice.t());

    /// <summary>Of each choice, the greatest, for each of its slots.</summary>
    private Tensor Greatest(Tensor values) =>
        cat([.. values.split(_sizes, 1).Select(part => part.amax([1], keepdim: true))], 1).index_select(1, _choiceOfSlot);
}
