using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>The part of a row that is a group of choices: from G's hidden features to logits, and from those to one-hots.</summary>
internal sealed class ChoiceHead : Module<Tensor, Tensor, (Tensor Hidden, Tensor Logits)>
{
    /// <summary>What the outputs of the last layer are multiplied by to be logits: sharp choices without large weights.</summary>
    private const double LogitScale = 3;

    private const double LeastShare = 1e-4;                           // that the first logits tell from 0

    [ComponentName(Name = "head")]
    private readonly RowHead _head;

    [ComponentName(Name = "sampler")]
    private readonly ChoiceSampler _sampler;

    /// <param name="width">Of the hidden features.</param>
    /// <param name="seen">The width of the parts of a row that are made before.</param>
    /// <param name="group">The choices; at least one.</param>
    /// <param name="noise">Decides.</param>
    public ChoiceHead(int width, int seen, ChoiceGroup group, INoise noise) : base(nameof(ChoiceHead))
    {
        Group = group;
        _head = new RowHead(width, seen, group.Size);
        _sampler = new ChoiceSampler(group.Choices, noise);
        RegisterComponents();
        using var noGrad = no_grad();
        foreach (var choice in group.Choices)                         // begins with the table's own frequencies
            BiasOf(choice).copy_(tensor([.. choice.Shares.Select(share => (float)(Math.Log(share + LeastShare) / LogitScale))]));
    }

    public ChoiceGroup Group { get; }

    /// <value>The biases of the logits, divided by their scale: (slots).</value>
    public Tensor Bias => _head.Last.bias!;

    public override (Tensor Hidden, Tensor Logits) forward(Tensor hidden, Tensor seen)       // (N, width), (N, seen)
    {
        (hidden, var outputs) = _head.call(hidden, seen);
        return (hidden, outputs.Times(LogitScale));
    }

    /// <summary>One-hots drawn by logits: (N, slots).</summary>
    public Tensor Draw(Tensor logits) => _sampler.call(logits);

    /// <summary>Adds to all logits of a choice: (slots of the choice).</summary>
    public void Shift(Choice choice, Tensor shift)
    {
        var bias = BiasOf(choice);
        bias.copy_(bias.Plus(shift.Times(1 / LogitScale).to(bias.device)));
    }

    /// <summary>Writes the logits; see <see cref="RowHead.ToOnnx"/>.</summary>
    public (OnnxValue Hidden, OnnxValue Logits) ToOnnx(OnnxGraphBuilder graph, OnnxValue hidden, IReadOnlyList<OnnxValue> seen)
    {
        (hidden, var outputs) = _head.ToOnnx(graph, hidden, seen);
        return (hidden, graph.Times(outputs, LogitScale));
    }

    private Tensor BiasOf(Choice choice) => Bias.narrow(0, choice.Offset - Group.Offset, choice.Size);
}
