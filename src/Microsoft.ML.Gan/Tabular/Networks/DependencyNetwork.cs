using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Encoding;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>A dependency network (Heckerman et al. 2000): of an encoded row and a choice, the logits of p(choice | all other cells).</summary>
/// <remarks>One hidden layer, of which the cells are summands: when a choice changes, the others stay as they are.</remarks>
internal sealed class DependencyNetwork : Module<Tensor, Tensor, Tensor>
{
    private const int Width = 256;
    private const int Pieces = 64;                                    // a classifier can tell more ranks apart than two players that learn from each other
    private const double RuledOut = 1e4;                              // is taken from the logits of other choices

    [ComponentName(Name = "pieces")]
    private readonly RankPieces? _pieces;

    [ComponentName(Name = "slots")]
    private readonly Linear _slots;

    [ComponentName(Name = "numbers")]
    private readonly Linear? _numbers;

    [ComponentName(Name = "asked")]
    private readonly Linear _asked;

    [ComponentName(Name = "output")]
    private readonly Linear _output;

    [ComponentName(Name = "slotsOfChoice")]
    private readonly Tensor _slotsOfChoice;                           // (made choices, made slots): 1 where the slot is the choice's

    private readonly TableEncoding _encoding;

    public DependencyNetwork(TableEncoding encoding) : base(nameof(DependencyNetwork))
    {
        _encoding = encoding;
        _slots = Linear(encoding.MadeSlots, Width);
        if (encoding.Numbers > 0) (_pieces, _numbers) = (new RankPieces(encoding.Numbers, Pieces), Linear(encoding.Numbers * Pieces, Width, hasBias: false));
        _asked = Linear(encoding.MadeChoices, Width, hasBias: false);
        _output = Linear(Width, encoding.MadeSlots);
        _slotsOfChoice = TensorArithmetic.Range(encoding.MadeChoices).unsqueeze(1).eq(tensor(encoding.ChoiceOfSlot).narrow(0, 0, encoding.MadeSlots)).to(float32);
        RegisterComponents();
    }

    /// <summary>Logits of the made slots, (N, slots), those of other choices ruled out.</summary>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    /// <param name="asked">One-hots of the choices that are asked for: (N, made choices).</param>
    public override Tensor forward(Tensor rows, Tensor asked)
    {
        var own = SlotsOf(asked);
        var slots = rows.narrow(1, 0, _encoding.MadeSlots);
        var sum = _slots.call(slots - slots * own).Plus(_asked.call(asked));
        if (_numbers is not null) sum = sum.Plus(_numbers.call(_pieces!.OfRanks(rows.narrow(1, _encoding.MadeSlots, _encoding.Numbers).NormalRank())));
        return _output.call(functional.silu(sum)).Plus(own.Plus(-1).Times(RuledOut));
    }

    /// <summary>1 at the slots of the choices that are asked for: (N, made choices) to (N, made slots).</summary>
    public Tensor SlotsOf(Tensor asked) => asked.mm(_slotsOfChoice);

    /// <summary>Adds to all logits of a choice: (slots of the choice).</summary>
    public void Shift(Choice choice, Tensor shift)
    {
        var bias = _output.bias!.narrow(0, choice.Offset, choice.Size);
        bias.copy_(bias.Plus(shift.to(bias.device)));
    }

    /// <summary>Writes what each made slot adds to the hidden layer, and behind them nothing for a missing cell: (slots + 1, width).</summary>
    public OnnxValue Summands(OnnxGraphBuilder graph) => graph.Constant(cat([_slots.weight.cpu().t(), zeros(1, Width)], 0));

    /// <summary>Writes what numbers add to the hidden layer: (N, width).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="ranks">(N, numbers).</param>
    public OnnxValue Summand(OnnxGraphBuilder graph, OnnxValue ranks) => OnnxExport.Write(graph, _numbers!, _pieces!.OfRanks(graph, ranks));

    /// <summary>Writes the logits of a choice: (N, slots of it).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="index">The choice.</param>
    /// <param name="sum">What all other cells add to the hidden layer: (N, width).</param>
    public OnnxValue Logits(OnnxGraphBuilder graph, int index, OnnxValue sum)
    {
        var choice = _encoding.Choices[index];
        sum = graph.Plus(sum, graph.Constant(_slots.bias!.Plus(_asked.weight.select(1, index))));
        var hidden = graph.Times(sum, graph.Elementwise("Sigmoid", sum));
        return graph.Linear(hidden, Own(_output.weight), Own(_output.bias!));

        OnnxValue Own(Tensor values) => graph.Constant(values.narrow(0, choice.Offset, choice.Size));
    }
}
