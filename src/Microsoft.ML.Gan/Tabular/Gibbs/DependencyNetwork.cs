using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>A dependency network (Heckerman et al. 2000): of an encoded row and a choice, the logits of p(choice | all other cells).</summary>
/// <remarks>
/// One hidden layer, of which the cells are summands: when a choice changes, the others stay as they are. The choices are the made ones and, behind
/// them, that of each <see cref="DiscreteNumber"/> among its values: given that it has one of them, which.
/// </remarks>
internal sealed class DependencyNetwork : Module<Tensor, Tensor, Tensor>
{
    private const int Width = 256;
    // a classifier can tell more ranks apart than two players that learn from each other
    private const int Pieces = 64;
    private const double RuledOut = 1e4;                              // is taken from the logits of other choices

    [ComponentName(Name = "common")]
    private readonly DiscreteNumberSlots? _common;

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
    private readonly Tensor _slotsOfChoice;                           // (choices, slots): 1 where the slot is the choice's

    [ComponentName(Name = "numberOfChoice")]
    private readonly Tensor? _numberOfChoice;                         // (choices, numbers): 1 where the choice is the number's

    private readonly TableSchema _schema;

    public DependencyNetwork(TableSchema schema) : base(nameof(DependencyNetwork))
    {
        _schema = schema;
        Choices = [.. schema.Choices.Take(schema.MadeChoices), .. schema.DiscreteNumbers.Select(number => number.Choice)];
        float[] choiceOfSlot = [.. Choices.SelectMany((choice, index) => Enumerable.Repeat((float)index, choice.Size))];
        _slots = Linear(choiceOfSlot.Length, Width);
        if (schema.Layout.NumberCount > 0) (_pieces, _numbers) = (
            new RankPieces(schema.Layout.NumberCount, Pieces), Linear(schema.Layout.NumberCount * Pieces, Width, hasBias: false));
        _asked = Linear(Choices.Count, Width, hasBias: false);
        _output = Linear(Width, choiceOfSlot.Length);
        _slotsOfChoice = Equal(TensorArithmetic.Range(Choices.Count), tensor(choiceOfSlot));
        if (schema.DiscreteNumbers.Count > 0)
        {
            float[] numberOfChoice = [.. Enumerable.Repeat(-1f, schema.MadeChoices),
                .. schema.DiscreteNumbers.Select(number => (float)number.Number)];
            _numberOfChoice = Equal(tensor(numberOfChoice), TensorArithmetic.Range(schema.Layout.NumberCount));
            _common = new DiscreteNumberSlots(schema);
        }
        RegisterComponents();

        static Tensor Equal(Tensor rows, Tensor columns) => rows.unsqueeze(1).eq(columns).to(float32);
    }

    /// <summary>Whether a table has choices to draw anew.</summary>
    public static bool HasChoicesToDraw(TableSchema schema) => schema.CategoryChoices.Count + schema.DiscreteNumbers.Count > 0;

    /// <value>The choices: what a row has, and what can be asked for.</value>
    public IReadOnlyList<Choice> Choices { get; }

    /// <value>The slots of the choices.</value>
    public int SlotCount => Choices.Sum(choice => choice.Size);

    /// <value>The choices that are drawn anew, in this order: of common values, and then, by the numbers that these make, of categories.</value>
    public IReadOnlyList<int> Drawn => [.. Enumerable.Range(_schema.MadeChoices, _schema.DiscreteNumbers.Count), .. _schema.CategoryChoices];

    /// <summary>Logits of all slots, (N, slots), those of other choices ruled out.</summary>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    /// <param name="asked">One-hots of the choices that are asked for: (N, choices).</param>
    public override Tensor forward(Tensor rows, Tensor asked)
    {
        var own = SlotsOf(asked);
        var slots = Slots(rows);
        var sum = _slots.call(slots - slots * own).Plus(_asked.call(asked));
        if (_numbers is not null)
        {
            var ranks = _schema.Layout.Numbers(rows).NormalRank();
            if (_numberOfChoice is not null) ranks = ranks - ranks * asked.mm(_numberOfChoice);          // all pieces of rank 0 are 0
            sum = sum.Plus(_numbers.call(_pieces!.OfRanks(ranks)));
        }
        return _output.call(functional.silu(sum)).Plus(own.Plus(-1).Times(RuledOut));
    }

    /// <summary>What encoded rows have chosen: (N, row width) to one-hots (N, slots).</summary>
    public Tensor Slots(Tensor rows)
    {
        var made = _schema.Layout.Slots(rows);
        return _common is null ? made : cat([made, _common.call(rows)], 1);
    }

    /// <summary>1 at the slots of the choices that are asked for: (N, choices) to (N, slots).</summary>
    public Tensor SlotsOf(Tensor asked) => asked.mm(_slotsOfChoice);

    /// <summary>Adds to all logits of a choice: (slots of the choice).</summary>
    public void Shift(Choice choice, Tensor shift)
    {
        var bias = _output.bias!.narrow(0, choice.Offset, choice.Size);
        bias.copy_(bias.Plus(shift.to(bias.device)));
    }

    /// <summary>
    /// Writes what each slot adds to the hidden layer, a common value also as the number that it is, and behind them, for each choice, what a cell
    /// that has chosen none adds.
    /// </summary>
    /// <remarks>Less what asking for its choice adds: the sum without a choice is the hidden layer that asks for it.</remarks>
    public OnnxValue Summands(OnnxGraphBuilder graph)                 // (slots + choices, width)
    {
        var summands = _slots.weight.t();
        var own = cat(
            [summands.narrow(0, 0, _schema.Layout.MadeSlots), .. _schema.DiscreteNumbers.Select(OfValues), zeros(
                Choices.Count, Width, device: summands.device)], 0);
        var choices = cat([_slotsOfChoice.t(), eye(Choices.Count, device: summands.device)], 0);
        return graph.Constant(own - choices.mm(Asking));

        Tensor OfValues(DiscreteNumber common)
        {
            var middles = tensor(common.Values.Select(value => value.Middle).ToArray(), [common.Values.Count, 1], device: summands.device);
            var ofPieces = _numbers!.weight.narrow(1, common.Number * Pieces, Pieces).t();
            return summands.narrow(0, common.Choice.Offset, common.Choice.Size).Plus(_pieces!.OfRanks(middles).mm(ofPieces));
        }
    }

    /// <summary>Writes what asking for every choice adds to the hidden layer: (width).</summary>
    public OnnxValue AskingForAll(OnnxGraphBuilder graph) => graph.Constant(Asking.sum([0]));

    /// <summary>Writes what numbers add to the hidden layer: (N, width).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="ranks">(N, numbers); 0 adds nothing.</param>
    public OnnxValue Summand(OnnxGraphBuilder graph, OnnxValue ranks) => OnnxExport.Write(graph, _numbers!, _pieces!.OfRanks(graph, ranks));

    /// <summary>Writes the logits of a choice: (N, slots of it).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="index">The choice.</param>
    /// <param name="sum">The hidden layer that asks for it, before its function: (N, width).</param>
    public OnnxValue Logits(OnnxGraphBuilder graph, int index, OnnxValue sum)
    {
        var choice = Choices[index];
        return graph.Linear(graph.Silu(sum), Own(_output.weight), Own(_output.bias!));

        OnnxValue Own(Tensor values) => graph.Constant(values.narrow(0, choice.Offset, choice.Size));
    }

    /// <value>What asking for each choice adds to the hidden layer: (choices, width).</value>
    private Tensor Asking => _asked.weight.t().Plus(_slots.bias!);
}
