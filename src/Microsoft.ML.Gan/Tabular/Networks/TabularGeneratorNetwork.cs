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
/// Numbers are made first, and choices by them (<see cref="ChoiceHead"/>), which are passed on as one-hots (<see cref="ChoiceSampler"/>). A given derived column rules out the categories of its source that contradict it.
/// </remarks>
internal sealed class TabularGeneratorNetwork : Module<Tensor, Tensor?, Tensor>
{
    /// <summary>What the choices' last layer's outputs are multiplied by to be logits: sharp choices without large weights.</summary>
    public const double LogitScale = 3;

    /// <summary>What is taken from a logit that a condition rules out, and given to one that it asks for.</summary>
    public const float RuledOut = 1e4f;

    [ComponentName(Name = "body")]
    private readonly ConditionedBody _body;

    [ComponentName(Name = "numbers")]
    private readonly Sequential? _numbers;

    [ComponentName(Name = "choices")]
    private readonly ChoiceHead? _choices;

    [ComponentName(Name = "sampler")]
    private readonly ChoiceSampler _sampler;

    [ComponentName(Name = "presence")]
    private readonly Tensor? _presence;                               // (row width): the slot to multiply with; the one behind the last slot is always 1

    [ComponentName(Name = "contradictions")]
    private readonly Tensor? _contradictions;                         // (derived slots, made slots): what is taken

    private readonly TableEncoding _encoding;

    public TabularGeneratorNetwork(TableEncoding encoding, int latentSize, int width, int blocks, INoise noise) : base("generator")
    {
        _encoding = encoding;
        _body = new ConditionedBody(latentSize, encoding.ConditionWidth, width, blocks);
        if (encoding.Numbers > 0) _numbers = Sequential(LayerNorm(width), SiLU(inplace: true), Linear(width, encoding.Numbers));
        if (encoding.MadeSlots > 0) _choices = new ChoiceHead(width, encoding.Numbers, encoding.MadeSlots);
        InitializeBias(encoding);
        _sampler = new ChoiceSampler([.. encoding.Choices.Take(encoding.MadeChoices)], noise);
        if (encoding.PresenceOfPlace.Any(slot => slot != Choice.None))
            _presence = tensor(encoding.PresenceOfPlace.Select(slot => slot == Choice.None ? encoding.MadeSlots : (long)slot).ToArray());
        if (Contradictions.Of(encoding) is { } contradictions) _contradictions = tensor(contradictions, [encoding.DerivedSlots, encoding.MadeSlots]).Times(RuledOut);
        RegisterComponents();
    }

    /// <value>The biases of the made slots' logits, divided by <see cref="LogitScale"/>. There are such slots.</value>
    public Tensor LogitBias => _choices!.Last.bias!;

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (logits, numbers) = Raw(latents, condition!);
        if (_encoding.MadeSlots == 0) return numbers;
        var chosen = _sampler.call(logits.Plus(condition!.narrow(1, _encoding.Choices.Count, _encoding.MadeSlots).Times(RuledOut)));
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    /// <summary>The logits of the made slots, (N, slots), contradictions of the condition ruled out, and the numbers, (N, numbers).</summary>
    public (Tensor Logits, Tensor Numbers) Raw(Tensor latents, Tensor condition)
    {
        var hidden = _body.call(cat([latents, condition], 1));
        var numbers = _numbers is null ? hidden.narrow(1, 0, 0) : _numbers.call(hidden);
        if (_choices is null) return (hidden.narrow(1, 0, 0), numbers);
        var logits = _choices.call(hidden, numbers).Times(LogitScale);
        if (_contradictions is null) return (logits, numbers);
        var derived = condition.narrow(1, _encoding.Choices.Count + _encoding.MadeSlots, _encoding.DerivedSlots);
        return (logits - derived.mm(_contradictions), numbers);
    }

    /// <summary>Writes the networks: logits before contradictions are ruled out, and numbers, each null if there are none.</summary>
    public (OnnxValue? Logits, OnnxValue? Numbers) ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition)
    {
        var hidden = OnnxExport.Write(graph, _body, latentsAndCondition);
        var numbers = _numbers is null ? null : OnnxExport.Write(graph, _numbers, hidden);
        var logits = _choices is null ? null : graph.Times(_choices.ToOnnx(graph, hidden, numbers), graph.Constant([(float)LogitScale], 1));
        return (logits, numbers);
    }

    /// <summary>Begins with the table's own frequencies.</summary>
    private void InitializeBias(TableEncoding encoding)
    {
        using var noGrad = no_grad();
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            var logits = choice.Shares().Select(share => (float)(Math.Log(share + 1e-4) / LogitScale)).ToArray();
            LogitBias.narrow(0, choice.Offset, choice.Size).copy_(tensor(logits));
        }
    }
}
