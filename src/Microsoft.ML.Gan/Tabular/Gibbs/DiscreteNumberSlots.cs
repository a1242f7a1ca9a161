using Microsoft.ML.Gan.Tabular.Columns;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Of encoded rows, which of its common values each <see cref="DiscreteNumber"/> has: (N, row width) to one-hots (N, slots), all 0 where it has
/// another or none.
/// </summary>
/// <remarks>What goes with one value of many, as an income with one capital gain, is no smooth function of ranks.</remarks>
internal sealed class DiscreteNumberSlots : Module<Tensor, Tensor>
{
    [ComponentName(Name = "places")]
    private readonly Tensor _places;                                  // (slots): of the number among all numbers

    [ComponentName(Name = "presences")]
    // (slots): where it says that the number is there; behind its end if it always is
    private readonly Tensor _presences;

    [ComponentName(Name = "middles")]
    private readonly Tensor _middles;                                 // (slots)

    [ComponentName(Name = "halves")]
    private readonly Tensor _halves;                                  // (slots)

    private readonly RowLayout _layout;

    public DiscreteNumberSlots(TableSchema schema) : base(nameof(DiscreteNumberSlots))
    {
        _layout = schema.Layout;
        (DiscreteNumber Number, FrequentValue Value)[] slots = [
            .. schema.DiscreteNumbers.SelectMany(number => number.Values.Select(value => (number, value)))];
        _places = tensor(Array.ConvertAll(slots, slot => (long)slot.Number.Number));
        _presences = tensor(Array.ConvertAll(slots, slot => (long)(slot.Number.Choice.PresenceSlot ?? schema.Layout.RowWidth)));
        _middles = tensor(Array.ConvertAll(slots, slot => slot.Value.Middle));
        _halves = tensor(Array.ConvertAll(slots, slot => slot.Value.HalfLength));
        RegisterComponents();
    }

    public override Tensor forward(Tensor rows)
    {
        var ranks = _layout.Numbers(rows).NormalRank().index_select(1, _places);
        var isValue = (ranks - _middles).abs().lt(_halves).to(float32);
        return isValue * cat([rows, ones(rows.shape[0], 1, device: rows.device)], 1).index_select(1, _presences);
    }
}
