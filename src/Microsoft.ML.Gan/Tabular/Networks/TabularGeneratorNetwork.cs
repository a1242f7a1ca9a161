using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Encoding;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>G of a table: a latent vector and a condition to an encoded row, whose given cells are those of the condition.</summary>
/// <remarks>
/// Choices are drawn by the Gumbel-max trick and passed on as one-hots, with the gradient of the softmax (straight-through Gumbel-softmax: Jang, Gu and Poole 2017).
/// A given derived column rules out the categories of its source that contradict it.
/// </remarks>
internal sealed class TabularGeneratorNetwork : Module<Tensor, Tensor?, Tensor>
{
    /// <summary>What the last layer's outputs are multiplied by to be logits: sharp choices without large weights.</summary>
    public const double LogitScale = 3;

    /// <summary>What is taken from a logit that a condition rules out.</summary>
    public const float RuledOut = 1e4f;

    private const float LeastUniform = 1e-9f;

    [ComponentName(Name = "body")]
    private readonly Sequential _body;

    [ComponentName(Name = "choiceOfSlot")]
    private readonly Tensor _choiceOfSlot;                            // (made slots)

    [ComponentName(Name = "presence")]
    private readonly Tensor? _presence;                               // (row width): the slot to multiply with; the one behind the last slot is always 1

    [ComponentName(Name = "contradictions")]
    private readonly Tensor? _contradictions;                         // (all slots, made slots)

    [ComponentName(Name = "corrections")]
    private readonly Tensor _corrections;                             // (all slots, row width)

    [ComponentName(Name = "correctionScales")]
    private readonly Tensor _correctionScales;                        // (all slots, numbers)

    private readonly TableEncoding _encoding;
    private readonly long[] _sizes;                                   // of the made choices
    private readonly INoise _noise;

    public TabularGeneratorNetwork(TableEncoding encoding, int latentSize, int width, int blocks, INoise noise) : base("generator")
    {
        _encoding = encoding;
        _sizes = [.. encoding.Choices.Take(encoding.MadeChoices).Select(choice => (long)choice.Size)];
        _noise = noise;
        var output = Linear(width, encoding.RowWidth);
        InitializeBias(output, encoding);
        _body = Sequential(
        [
            new Steering(latentSize, encoding.ConditionWidth, width), Linear(latentSize + encoding.ConditionWidth, width), .. Enumerable.Range(0, blocks).Select(_ => new DenseResidual(width)),
            LayerNorm(width), SiLU(inplace: true), output,
        ]);
        _choiceOfSlot = tensor(encoding.ChoiceOfSlot.Take(encoding.MadeSlots).ToArray());
        if (encoding.PresenceOfPlace.Any(slot => slot != Choice.None))
            _presence = tensor(encoding.PresenceOfPlace.Select(slot => slot == Choice.None ? encoding.MadeSlots : (long)slot).ToArray());
        if (Contradictions.Of(encoding) is { } contradictions) _contradictions = tensor(contradictions, [encoding.SlotCount, encoding.MadeSlots]);
        _corrections = zeros(encoding.SlotCount, encoding.RowWidth);
        _correctionScales = zeros(encoding.SlotCount, encoding.Numbers);
        RegisterComponents();
    }

    /// <value>For each slot what is added to the logits and numbers when it is given: (all slots, row width).</value>
    public Tensor Corrections => _corrections;

    /// <value>For each slot the logarithm of what the numbers are multiplied with when it is given: (all slots, numbers).</value>
    public Tensor CorrectionScales => _correctionScales;

    /// <value>Whether corrections are made: not while training.</value>
    public bool IsCorrected { get; set; }

    /// <value>The last layer's biases: the logits' first, divided by <see cref="LogitScale"/>.</value>
    public Tensor OutputBias => ((Linear)_body[^1]).bias!;

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (logits, numbers) = Raw(latents, condition!);
        if (_encoding.MadeSlots == 0) return numbers;
        var flags = condition!.narrow(1, 0, _encoding.MadeChoices).index_select(1, _choiceOfSlot);
        var given = condition.narrow(1, _encoding.Choices.Count, _encoding.MadeSlots);
        var chosen = given + (1 - flags) * Choose(logits);
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    /// <summary>The logits of the made slots, (N, slots), contradictions of the condition ruled out, and the numbers, (N, numbers).</summary>
    public (Tensor Logits, Tensor Numbers) Raw(Tensor latents, Tensor condition)
    {
        var outputs = _body.call(cat([latents, condition], 1)).split([_encoding.MadeSlots, _encoding.Numbers], 1);
        var (logits, numbers) = (outputs[0] * LogitScale, outputs[1]);
        if (_contradictions is null && !IsCorrected) return (logits, numbers);
        var given = condition.narrow(1, _encoding.Choices.Count, _encoding.SlotCount);
        if (_contradictions is not null) logits -= RuledOut * given.mm(_contradictions);
        if (!IsCorrected) return (logits, numbers);
        var shares = given / given.sum(1, keepdim: true).clamp_min(1);
        var corrections = shares.mm(_corrections).split([_encoding.MadeSlots, _encoding.Numbers], 1);
        return (logits + corrections[0], numbers * shares.mm(_correctionScales).exp() + corrections[1]);
    }

    /// <summary>Writes the outputs of the last layer: logits divided by <see cref="LogitScale"/>, then numbers.</summary>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition) => OnnxExport.Write(graph, _body, latentsAndCondition);

    /// <summary>One-hots drawn by the logits: arg max of logit + Gumbel noise, with the gradient of the softmax.</summary>
    private Tensor Choose(Tensor logits)
    {
        var uniform = _noise.Uniform(logits.shape).clamp_(LeastUniform, 1 - 1e-7f);
        var noisy = logits - uniform.log_().neg_().log_();
        var soft = noisy.split(_sizes, 1).Select(part => part.softmax(1)).ToList();
        var all = cat(soft, 1);
        return all + (OneHot(soft) - all.detach());
    }

    private static Tensor OneHot(IEnumerable<Tensor> shares)
    {
        using var noGrad = no_grad();
        return cat([.. shares.Select(part => part.ge(part.amax([1], keepdim: true)))], 1).to(float32);
    }

    /// <summary>Begins with the table's own frequencies.</summary>
    private static void InitializeBias(Linear output, TableEncoding encoding)
    {
        using var noGrad = no_grad();
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            var logits = choice.Shares().Select(share => (float)(Math.Log(share + 1e-4) / LogitScale)).ToArray();
            output.bias!.narrow(0, choice.Offset, choice.Size).copy_(tensor(logits));
        }
    }
}
