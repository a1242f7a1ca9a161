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
/// A row is made in the order p(choices of many categories) p(numbers | those) p(other choices | all of it), choices by a <see cref="ChoiceHead"/>,
/// numbers by a <see cref="RowHead"/>. A choice may hang on a narrow range of a number, which smooth features of z alone do not resolve: it sees
/// <see cref="RankPieces"/>. A given derived column rules out the categories of its source that contradict it.
/// </remarks>
internal sealed class TabularGeneratorNetwork : Module<Tensor, Tensor?, Tensor>, IRowGenerator
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
    // (row width): the slot to multiply with; the one behind the last slot is always 1
    private readonly Tensor? _presence;

    [ComponentName(Name = "contradictions")]
    private readonly Tensor? _contradictions;                         // (derived slots, made slots): what is taken

    private readonly RowLayout _layout;

    public TabularGeneratorNetwork(TableSchema schema, int latentSize, int width, int blocks, INoise noise) : base("generator")
    {
        _layout = schema.Layout;
        _body = new ConditionedBody(latentSize, schema.Layout.ConditionWidth, width, blocks);
        var (before, after) = (schema.ManyCategories, schema.FewCategories);
        if (before.Size > 0) _choicesBefore = new ChoiceHead(width, 0, before, noise);
        if (schema.Layout.NumberCount > 0) (_numbers, _pieces) = (
            new RowHead(width, before.Size, schema.Layout.NumberCount), new RankPieces(schema.Layout.NumberCount));
        if (after.Size > 0) _choicesAfter = new ChoiceHead(width, before.Size + (_pieces?.Outputs ?? 0), after, noise);
        if (schema.Layout.PresenceOfPlaces.Any(slot => slot is not null))
            _presence = tensor(schema.Layout.PresenceOfPlaces.Select(slot => (long)(slot ?? schema.Layout.MadeSlots)).ToArray());
        if (Contradictions.Of(schema) is { } contradictions) _contradictions = tensor(
            contradictions, [schema.Layout.DerivedSlots, schema.Layout.MadeSlots]).Times(RuledOut);
        RegisterComponents();
    }

    public IReadOnlyList<ChoiceHead> ChoiceHeads => [.. new[] { _choicesBefore, _choicesAfter }.OfType<ChoiceHead>()];

    public override Tensor forward(Tensor latents, Tensor? condition)
    {
        var (chosen, numbers) = Make(latents, condition!, (head, logits) => Draw(head, logits, condition!));
        if (_presence is null) return cat([chosen, numbers], 1);
        var present = cat([chosen, ones(chosen.shape[0], 1, device: chosen.device)], 1).index_select(1, _presence);
        return cat([chosen, numbers], 1) * present;
    }

    public Tensor Make(Tensor latents, Tensor condition) => forward(latents, condition);

    public (Tensor Chosen, Tensor Numbers) Make(Tensor latents, Tensor condition, Func<ChoiceHead, Tensor, Tensor> draw)
    {
        var hidden = _body.call(cat([latents, condition], 1));
        var ruledOut = _contradictions is null ? null : _layout.GivenDerived(condition).mm(_contradictions);
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

    public Tensor Draw(ChoiceHead head, Tensor logits, Tensor condition)
    {
        return head.Draw(logits.Plus(_layout.Given(condition, head.Group).Times(RuledOut)));
    }

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
