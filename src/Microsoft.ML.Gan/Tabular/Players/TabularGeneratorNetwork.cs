using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>G of a table: a latent vector and a condition to an encoded row, whose given cells are those of the condition.</summary>
/// <remarks>
/// A row is made in the order p(choices of many categories) p(numbers | those) p(other choices | all of it), choices by a <see cref="ChoiceHead"/>, numbers by a
/// <see cref="RowHead"/>. A choice may hang on a narrow range of a number, which smooth features of z alone do not resolve: it sees <see cref="RankPieces"/>.
/// A given derived column rules out the categories of its source that contradict it.
/// </remarks>
internal sealed class TabularGeneratorNetwork : Module<Tensor, Tensor?, Tensor>
{
    /// <summary>What is taken from a logit that a condition rules out, and given to one that it asks for.</summary>
    public const float RuledOut = 1e4f;

    [ComponentName(Name = "body")]
    private readonly ConditionedBody _body;

    [ComponentName(Name = "choicesBefore")]
    private readonly ChoiceHead? _choicesBefore;

    [ComponentName(Name = "numbers")]
    private readonly RowHead? _numbers;

    [ComponentName(Name = "pieces")]
    private readonly RankPieces? _pieces;

    [ComponentName(Name = "choicesAfter")]
    private readonly ChoiceHead? _choicesAfter;

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
        if (before.Size > 0) _choicesBefore = new ChoiceHead(width, 0, before, noise);
        if (encoding.Numbers > 0) (_numbers, _pieces) = (new RowHead(width, before.Size, encoding.Numbers), new RankPieces(encoding.Numbers));
        if (after.Size > 0) _choicesAfter = new ChoiceHead(width, before.Size + (_pieces?.Outputs ?? 0), after, noise);
        if (encoding.PresenceOfPlace.Any(slot => slot != Choice.None))
            _presence = tensor(encoding.PresenceOfPlace.Select(slot => slot == Choice.None ? encoding.MadeSlots : (long)slot).ToArray());
        if (Contradictions.Of(encoding) is { } contradictions) _contradictions = tensor(contradictions, [encoding.DerivedSlots, encoding.MadeSlots]).Times(RuledOut);
        RegisterComponents();
    }

    /// <value>The heads of the groups that have choices, in the order in which they are made.</value>
    public IReadOnlyList<ChoiceHead> ChoiceHeads => [.. new[] { _choicesBefore, _choicesAfter }.OfType<ChoiceHead>()];

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (chosen, numbers) = Make(latents, condition!, (head, logits) => Draw(head, logits, condition!));
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    /// <summary>Makes rows part by part: one-hots of the made slots, (N, slots), and numbers, (N, numbers), each as if no cell were missing.</summary>
    /// <param name="latents">(N, latent size).</param>
    /// <param name="condition">(N, condition width).</param>
    /// <param name="draw">From a group's head and its logits, contradictions of the condition ruled out, to one-hots.</param>
    public (Tensor Chosen, Tensor Numbers) Make(Tensor latents, Tensor condition, Func<ChoiceHead, Tensor, Tensor> draw)
    {
        var hidden = _body.call(cat([latents, condition], 1));
        var ruledOut = _contradictions is null ? null : condition.narrow(1, _encoding.Choices.Count + _encoding.MadeSlots, _encoding.DerivedSlots).mm(_contradictions);
        var none = hidden.narrow(1, 0, 0);
        var before = Choose(_choicesBefore, none);
        var seen = before.detach();                                   // what is seen is followed, and not pulled
        var numbers = none;
        if (_numbers is not null)
        {
            (hidden, numbers) = _numbers.call(hidden, seen);
            seen = cat([seen, _pieces!.call(numbers.detach())], 1);
        }
        return (cat([before, Choose(_choicesAfter, seen)], 1), numbers);

        Tensor Choose(ChoiceHead? head, Tensor seen)
        {
            if (head is null) return none;
            (hidden, var logits) = head.call(hidden, seen);
            return draw(head, ruledOut is null ? logits : logits - ruledOut.narrow(1, head.Group.Offset, head.Group.Size));
        }
    }

    /// <summary>One-hots of a group, drawn by its logits, (N, slots), or given.</summary>
    public Tensor Draw(ChoiceHead head, Tensor logits, Tensor condition)
    {
        var given = condition.narrow(1, _encoding.Choices.Count + head.Group.Offset, head.Group.Size);
        return head.Draw(logits.Plus(given.Times(RuledOut)));
    }

    /// <summary>Writes the networks: the numbers, null if there are none; the choices take their logits.</summary>
    public OnnxValue? ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition, IOnnxChoices choices)
    {
        var hidden = OnnxExport.Write(graph, _body, latentsAndCondition);
        var seen = new List<OnnxValue>();
        OnnxValue? numbers = null;
        Choose(_choicesBefore);
        if (_choicesBefore is not null) seen.Add(choices.OneHots(_choicesBefore.Group));
        if (_numbers is not null)
        {
            (hidden, numbers) = _numbers.ToOnnx(graph, hidden, seen);
            seen.Add(_pieces!.ToOnnx(graph, numbers));
        }
        Choose(_choicesAfter);
        return numbers;

        void Choose(ChoiceHead? head)
        {
            if (head is null) return;
            (hidden, var logits) = head.ToOnnx(graph, hidden, seen);
            choices.Add(head.Group, logits);
        }
    }
}
