using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Encoding;
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

    /// <summary>What is taken from a logit that a condition rules out, and given to one that it asks for.</summary>
    public const float RuledOut = 1e4f;

    private const float LeastUniform = 1e-9f;

    [ComponentName(Name = "body")]
    private readonly ConditionedBody _body;

    [ComponentName(Name = "choiceOfSlot")]
    private readonly Tensor _choiceOfSlot;                            // (made slots)

    [ComponentName(Name = "slotsOfChoice")]
    private readonly Tensor _slotsOfChoice;                           // (made slots, made choices): 1 where the slot is the choice's

    [ComponentName(Name = "presence")]
    private readonly Tensor? _presence;                               // (row width): the slot to multiply with; the one behind the last slot is always 1

    [ComponentName(Name = "contradictions")]
    private readonly Tensor? _contradictions;                         // (derived slots, made slots): what is taken

    private readonly TableEncoding _encoding;
    private readonly long[] _sizes;                                   // of the made choices
    private readonly INoise _noise;

    public TabularGeneratorNetwork(TableEncoding encoding, int latentSize, int width, int blocks, INoise noise) : base("generator")
    {
        _encoding = encoding;
        _sizes = [.. encoding.Choices.Take(encoding.MadeChoices).Select(choice => (long)choice.Size)];
        _noise = noise;
        _body = new ConditionedBody(latentSize, encoding.ConditionWidth, width, blocks, encoding.RowWidth);
        InitializeBias(encoding);
        _choiceOfSlot = tensor(encoding.ChoiceOfSlot.Take(encoding.MadeSlots).ToArray());
        _slotsOfChoice = _choiceOfSlot.unsqueeze(1).eq(TensorArithmetic.Range(encoding.MadeChoices)).to(float32);
        if (encoding.PresenceOfPlace.Any(slot => slot != Choice.None))
            _presence = tensor(encoding.PresenceOfPlace.Select(slot => slot == Choice.None ? encoding.MadeSlots : (long)slot).ToArray());
        if (Contradictions.Of(encoding) is { } contradictions) _contradictions = tensor(contradictions, [encoding.DerivedSlots, encoding.MadeSlots]).Times(RuledOut);
        RegisterComponents();
    }

    /// <value>The last layer's biases: the logits' first, divided by <see cref="LogitScale"/>.</value>
    public Tensor OutputBias => _body.Last.bias!;

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (logits, numbers) = Raw(latents, condition!);
        if (_encoding.MadeSlots == 0) return numbers;
        var chosen = Choose(logits.Plus(condition!.narrow(1, _encoding.Choices.Count, _encoding.MadeSlots).Times(RuledOut)));
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    /// <summary>The logits of the made slots, (N, slots), contradictions of the condition ruled out, and the numbers, (N, numbers).</summary>
    public (Tensor Logits, Tensor Numbers) Raw(Tensor latents, Tensor condition)
    {
        var outputs = _body.call(cat([latents, condition], 1)).split([_encoding.MadeSlots, _encoding.Numbers], 1);
        var logits = outputs[0].Times(LogitScale);
        if (_contradictions is null) return (logits, outputs[1]);
        var derived = condition.narrow(1, _encoding.Choices.Count + _encoding.MadeSlots, _encoding.DerivedSlots);
        return (logits - derived.mm(_contradictions), outputs[1]);
    }

    /// <summary>Writes the outputs of the last layer: logits divided by <see cref="LogitScale"/>, then numbers.</summary>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition) => OnnxExport.Write(graph, _body, latentsAndCondition);

    /// <summary>One-hots drawn by the logits: arg max of logit + Gumbel noise, with the gradient of the softmax.</summary>
    private Tensor Choose(Tensor logits)
    {
        var uniform = _noise.Uniform(logits.shape).Clamp(LeastUniform, 1 - 1e-7f);
        var noisy = logits - uniform.log_().neg_().log_();
        var greatest = Greatest(noisy);
        var weights = (noisy - greatest).exp();
        var shares = weights * weights.mm(_slotsOfChoice).reciprocal().mm(_slotsOfChoice.t());
        return (shares - shares.detach()).Plus(noisy.detach().ge(greatest));
    }

    /// <summary>Of each choice, the greatest, for each of its slots.</summary>
    private Tensor Greatest(Tensor values)
    {
        using var noGrad = no_grad();
        return cat([.. values.split(_sizes, 1).Select(part => part.amax([1], keepdim: true))], 1).index_select(1, _choiceOfSlot);
    }

    /// <summary>Begins with the table's own frequencies.</summary>
    private void InitializeBias(TableEncoding encoding)
    {
        using var noGrad = no_grad();
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            var logits = choice.Shares().Select(share => (float)(Math.Log(share + 1e-4) / LogitScale)).ToArray();
            OutputBias.narrow(0, choice.Offset, choice.Size).copy_(tensor(logits));
        }
    }
}
