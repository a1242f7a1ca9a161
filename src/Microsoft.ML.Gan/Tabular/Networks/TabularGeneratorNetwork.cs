using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Export.Layers;
using Microsoft.ML.Gan.Tabular.Encoding;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>G of a table: a latent vector and a condition to an encoded row, whose given cells are those of the condition.</summary>
/// <remarks>
/// A row is made in the order p(choices of many categories) p(numbers | those) p(other choices | all of it), each part by its <see cref="RowHead"/>. A choice may hang on a narrow range of a number,
/// which smooth features of z alone do not resolve: it sees <see cref="RankPieces"/>. Choices are passed on as one-hots (<see cref="ChoiceSampler"/>).
/// A given derived column rules out the categories of its source that contradict it.
/// </remarks>
internal sealed class TabularGeneratorNetwork : Module<Tensor, Tensor?, Tensor>
{
    /// <summary>What the outputs of a last layer of choices are multiplied by to be logits: sharp choices without large weights.</summary>
    public const double LogitScale = 3;

    /// <summary>What is taken from a logit that a condition rules out, and given to one that it asks for.</summary>
    public const float RuledOut = 1e4f;

    [ComponentName(Name = "body")]
    private readonly ConditionedBody _body;

    [ComponentName(Name = "choicesBefore")]
    private readonly RowHead? _choicesBefore;

    [ComponentName(Name = "numbers")]
    private readonly RowHead? _numbers;

    [ComponentName(Name = "pieces")]
    private readonly RankPieces? _pieces;

    [ComponentName(Name = "choicesAfter")]
    private readonly RowHead? _choicesAfter;

    [ComponentName(Name = "samplerBefore")]
    private readonly ChoiceSampler _samplerBefore;

    [ComponentName(Name = "samplerAfter")]
    private readonly ChoiceSampler _samplerAfter;

    [ComponentName(Name = "presence")]
    private readonly Tensor? _presence;                               // (row width): the slot to multiply with; the one behind the last slot is always 1

    [ComponentName(Name = "contradictions")]
    private readonly Tensor? _contradictions;                         // (derived slots, made slots): what is taken

    private readonly TableEncoding _encoding;

    public TabularGeneratorNetwork(TableEncoding encoding, int latentSize, int width, int blocks, INoise noise) : base("generator")
    {
        _encoding = encoding;
        _body = new ConditionedBody(latentSize, encoding.ConditionWidth, width, blocks);
        var (before, after) = (encoding.BeforeNumbers, encoding.AfterNumbers);
        if (before.Size > 0) _choicesBefore = new RowHead(width, 0, before.Size);
        if (encoding.Numbers > 0) (_numbers, _pieces) = (new RowHead(width, before.Size, encoding.Numbers), new RankPieces(encoding.Numbers));
        if (after.Size > 0) _choicesAfter = new RowHead(width, before.Size + (_pieces?.Outputs ?? 0), after.Size);
        foreach (var group in encoding.MadeGroups) InitializeBias(group);
        (_samplerBefore, _samplerAfter) = (new ChoiceSampler(before.Choices, noise), new ChoiceSampler(after.Choices, noise));
        if (encoding.PresenceOfPlace.Any(slot => slot != Choice.None))
            _presence = tensor(encoding.PresenceOfPlace.Select(slot => slot == Choice.None ? encoding.MadeSlots : (long)slot).ToArray());
        if (Contradictions.Of(encoding) is { } contradictions) _contradictions = tensor(contradictions, [encoding.DerivedSlots, encoding.MadeSlots]).Times(RuledOut);
        RegisterComponents();
    }

    /// <summary>The biases of a group's logits, divided by <see cref="LogitScale"/>. It has slots.</summary>
    public Tensor LogitBias(ChoiceGroup group) => (IsBefore(group) ? _choicesBefore : _choicesAfter)!.Last.bias!;

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (chosen, numbers) = Make(latents, condition!, (group, logits) => Draw(group, logits, condition!));
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    /// <summary>Makes rows part by part: one-hots of the made slots, (N, slots), and numbers, (N, numbers), each as if no cell were missing.</summary>
    /// <param name="latents">(N, latent size).</param>
    /// <param name="condition">(N, condition width).</param>
    /// <param name="draw">From a group and its logits, contradictions of the condition ruled out, to one-hots.</param>
    public (Tensor Chosen, Tensor Numbers) Make(Tensor latents, Tensor condition, Func<ChoiceGroup, Tensor, Tensor> draw)
    {
        var hidden = _body.call(cat([latents, condition], 1));
        var ruledOut = _contradictions is null ? null : condition.narrow(1, _encoding.Choices.Count + _encoding.MadeSlots, _encoding.DerivedSlots).mm(_contradictions);
        var none = hidden.narrow(1, 0, 0);
        var before = Choose(_choicesBefore, _encoding.BeforeNumbers, none);
        var seen = before.detach();                                   // what is seen is followed, and not pulled
        var numbers = Part(_numbers, seen);
        if (_pieces is not null) seen = cat([seen, _pieces.call(numbers.detach())], 1);
        var after = Choose(_choicesAfter, _encoding.AfterNumbers, seen);
        return (cat([before, after], 1), numbers);

        Tensor Choose(RowHead? head, ChoiceGroup group, Tensor seen)
        {
            if (head is null) return none;
            var logits = Part(head, seen).Times(LogitScale);
            return draw(group, ruledOut is null ? logits : logits - ruledOut.narrow(1, group.Offset, group.Size));
        }

        Tensor Part(RowHead? head, Tensor seen)
        {
            if (head is null) return none;
            (hidden, var part) = head.call(hidden, seen);
            return part;
        }
    }

    /// <summary>One-hots of a group, drawn by its logits, (N, slots), or given.</summary>
    public Tensor Draw(ChoiceGroup group, Tensor logits, Tensor condition)
    {
        var given = condition.narrow(1, _encoding.Choices.Count + group.Offset, group.Size);
        return (IsBefore(group) ? _samplerBefore : _samplerAfter).call(logits.Plus(given.Times(RuledOut)));
    }

    /// <summary>Writes the networks: the numbers, null if there are none; the choices take their logits.</summary>
    public OnnxValue? ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition, IOnnxChoices choices)
    {
        var hidden = OnnxExport.Write(graph, _body, latentsAndCondition);
        var seen = new List<OnnxValue>();
        Choose(_choicesBefore, _encoding.BeforeNumbers);
        if (_choicesBefore is not null) seen.Add(choices.OneHots(_encoding.BeforeNumbers));
        var numbers = _numbers is null ? null : Part(_numbers);
        if (numbers is not null) seen.Add(_pieces!.ToOnnx(graph, numbers));
        Choose(_choicesAfter, _encoding.AfterNumbers);
        return numbers;

        void Choose(RowHead? head, ChoiceGroup group)
        {
            if (head is not null) choices.Add(group, graph.Times(Part(head), LogitScale));
        }

        OnnxValue Part(RowHead head)
        {
            (hidden, var part) = head.ToOnnx(graph, hidden, seen);
            return part;
        }
    }

    private bool IsBefore(ChoiceGroup group) => ReferenceEquals(group, _encoding.BeforeNumbers);

    /// <summary>Begins with the table's own frequencies.</summary>
    private void InitializeBias(ChoiceGroup group)
    {
        using var noGrad = no_grad();
        foreach (var choice in group.Choices)
        {
            var logits = choice.Shares().Select(share => (float)(Math.Log(share + 1e-4) / LogitScale)).ToArray();
            LogitBias(group).narrow(0, choice.Offset - group.Offset, choice.Size).copy_(tensor(logits));
        }
    }
}
