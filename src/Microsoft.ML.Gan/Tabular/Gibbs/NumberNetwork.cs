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

/// <summary>
/// Of an encoded row with some cells masked and a number, the logits of p(number | cells that are not masked), by bins of its rank.
/// </summary>
/// <remarks>
/// The cells are summands of the first layer: when one changes, the others stay as they are. Residual blocks follow (Gorishniy et al. 2021, section
/// 3.2). It is asked for each number that no <see cref="DiscreteNumber"/> is.
/// </remarks>
internal sealed class NumberNetwork : Module<Tensor, Tensor, Tensor>
{
    private const int Pieces = 32;
    private const int LeastRows = 5_000;                              // for the large network
    private const int LeastNumbers = 4;
    private const double LogitScale = 0.25;                           // of a rank: about as a normal number

    [ComponentName(Name = "common")]
    private readonly DiscreteNumberSlots? _common;

    [ComponentName(Name = "pieces")]
    private readonly RankPieces _pieces;

    [ComponentName(Name = "slots")]
    private readonly Linear? _slots;

    [ComponentName(Name = "numbers")]
    private readonly Linear _numbers;

    [ComponentName(Name = "masked")]
    private readonly Linear _masked;

    [ComponentName(Name = "blocks")]
    private readonly ModuleList<NumberBlock> _blocks;

    [ComponentName(Name = "output")]
    private readonly Linear _output;

    [ComponentName(Name = "slotsOfCell")]
    private readonly Tensor? _slotsOfCell;                            // (cells, slots): 1 where the slot is the cell's

    private readonly TableSchema _schema;

    public NumberNetwork(TableSchema schema, int width, int blocks, INoise noise) : base(nameof(NumberNetwork))
    {
        _schema = schema;
        Drawn = DrawnOf(schema);
        float[] cellOfSlot = [
            .. schema.Choices.Take(schema.MadeChoices).SelectMany((choice, index) => Enumerable.Repeat((float)index, choice.Size)),
            .. schema.DiscreteNumbers.SelectMany(number => Enumerable.Repeat((float)schema.MadeChoices + number.Number, number.Choice.Size))];
        if (cellOfSlot.Length > 0)
        {
            _slots = Linear(cellOfSlot.Length, width, hasBias: false);
            _slotsOfCell = TensorArithmetic.Range(CellCount).unsqueeze(1).eq(tensor(cellOfSlot)).to(float32);
        }
        if (schema.DiscreteNumbers.Count > 0) _common = new DiscreteNumberSlots(schema);
        _pieces = new RankPieces(1, Pieces);
        _numbers = Linear(schema.Layout.NumberCount * (Pieces + 1), width);
        _masked = Linear(CellCount, width, hasBias: false);
        _blocks = ModuleList(Enumerable.Range(0, blocks).Select(_ => new NumberBlock(width, noise)).ToArray());
        _output = Linear(width, Drawn.Count * RankBins.Count);
        RegisterComponents();
    }

    /// <summary>A network of a size that suits the table: few rows, or few numbers, are learnt by a small one.</summary>
    public static NumberNetwork For(EncodedRows rows, INoise noise) => rows.Count >= LeastRows && DrawnOf(rows.Schema).Count >= LeastNumbers
        ? new(rows.Schema, 256, 3, noise)
        : new(rows.Schema, 128, 2, noise);

    /// <value>The numbers that are drawn anew, in this order.</value>
    public IReadOnlyList<int> Drawn { get; }

    /// <value>The cells of a row: the made choices, then the numbers.</value>
    public int CellCount => _schema.MadeChoices + _schema.Layout.NumberCount;

    private int Width => (int)_output.weight.shape[1];

    /// <summary>The numbers of a table that can be drawn anew; none where they have no other cell to go by.</summary>
    public static IReadOnlyList<int> DrawnOf(TableSchema schema) => schema.MadeChoices + schema.Layout.NumberCount < 2
        ? []
        : [.. Enumerable.Range(0, schema.Layout.NumberCount).Except(schema.DiscreteNumbers.Select(number => number.Number))];

    /// <summary>The features that logits are made of: (N, width).</summary>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    /// <param name="masked">1 for each cell that is masked: (N, cells).</param>
    public override Tensor forward(Tensor rows, Tensor masked)
    {
        var seen = masked.narrow(1, _schema.MadeChoices, _schema.Layout.NumberCount).Times(-1).Plus(1);
        var sum = _numbers.call((Features(_schema.Layout.Numbers(rows).NormalRank()) * seen.unsqueeze(2)).flatten(1)).Plus(_masked.call(masked));
        if (_slots is not null)
        {
            var made = _schema.Layout.Slots(rows);
            var slots = _common is null ? made : cat([made, _common.call(rows)], 1);
            sum = sum.Plus(_slots.call(slots - slots * masked.mm(_slotsOfCell!)));
        }
        return functional.silu(_blocks.Aggregate(sum, (hidden, block) => block.call(hidden)));
    }

    /// <summary>The logits of one number: (N, width) to (N, bins).</summary>
    /// <param name="features">What the network gives.</param>
    /// <param name="place">Its place among <see cref="Drawn"/>.</param>
    public Tensor Logits(Tensor features, int place) => functional.linear(features, Own(_output.weight, place), Own(_output.bias!, place));

    /// <summary>The logits of some numbers, each of rows of its own: (numbers, N, width) to (numbers, N, bins).</summary>
    /// <param name="features">What the network gives.</param>
    /// <param name="places">Their places among <see cref="Drawn"/>: (numbers).</param>
    public Tensor Logits(Tensor features, Tensor places)
    {
        var weights = _output.weight.view(Drawn.Count, RankBins.Count, Width).index_select(0, places);
        return features.bmm(weights.transpose(1, 2)).Plus(_output.bias!.view(Drawn.Count, 1, RankBins.Count).index_select(0, places));
    }

    /// <summary>Writes what each slot adds to the first layer, and behind them the 0 that none adds: (slots + 1, width).</summary>
    public OnnxValue SlotSummands(OnnxGraphBuilder graph) =>
        graph.Constant(cat([_slots!.weight.t(), zeros(1, Width, device: _slots.weight.device)], 0));

    /// <summary>Writes what a number adds: (N, 1) ranks to (N, width).</summary>
    public OnnxValue Summand(OnnxGraphBuilder graph, int number, OnnxValue rank)
    {
        var inside = graph.Clip(rank, graph.Scalar(NormalQuantiles.LeastTail), graph.Scalar(1 - NormalQuantiles.LeastTail));
        var others = graph.Add("Sub", [graph.Scalar(1), inside], inside.ElementType, inside.Dimensions);
        var logit = graph.Times(graph.Minus(graph.Elementwise("Log", inside), graph.Elementwise("Log", others)), LogitScale);
        var weights = _numbers.weight.narrow(1, number * (Pieces + 1), Pieces + 1);
        return graph.Linear(graph.Concat([logit, _pieces.OfRanks(graph, inside)], 1), graph.Constant(weights), null);
    }

    /// <summary>Writes what every row adds: (width).</summary>
    public OnnxValue Bias(OnnxGraphBuilder graph) => graph.Constant(_numbers.bias!);

    /// <summary>Writes what masking a number adds: (width).</summary>
    public OnnxValue MaskOf(OnnxGraphBuilder graph, int number) => graph.Constant(_masked.weight.select(1, _schema.MadeChoices + number));

    /// <summary>Writes the blocks' weights, once, and gives what writes the logits of a number by its place and the first layer, (N, bins).</summary>
    public Func<int, OnnxValue, OnnxValue> LogitsWriter(OnnxGraphBuilder graph)
    {
        Func<OnnxValue, OnnxValue>[] blocks = [.. _blocks.Select(block => block.Writer(graph))];
        return (place, sum) => graph.Linear(
            graph.Silu(blocks.Aggregate(sum, (hidden, write) => write(hidden))), graph.Constant(Own(_output.weight, place)),
            graph.Constant(Own(_output.bias!, place)));
    }

    /// <summary>(N, numbers) ranks to (N, numbers, 1 + pieces): the logit of each, whose tails are far apart, and its pieces.</summary>
    private Tensor Features(Tensor ranks)
    {
        var inside = ranks.Clamp(NormalQuantiles.LeastTail, 1 - NormalQuantiles.LeastTail);
        var logits = (inside.log() - inside.Times(-1).Plus(1).log()).Times(LogitScale);
        return cat([logits.unsqueeze(2), _pieces.OfRanks(ranks.flatten().unsqueeze(1)).view(ranks.shape[0], ranks.shape[1], Pieces)], 2);
    }

    private static Tensor Own(Tensor values, int place) => values.narrow(0, place * RankBins.Count, RankBins.Count);
}
