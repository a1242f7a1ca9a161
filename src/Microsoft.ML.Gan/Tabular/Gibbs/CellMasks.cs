using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Draws the cells of rows that are masked beside one that is asked for: none in half of the rows, any share in the others.</summary>
/// <remarks>What says whether a cell is there takes it along, as the cell would tell.</remarks>
internal sealed class CellMasks : IDisposable
{
    private readonly INoise _noise;
    private readonly Tensor _follow;                                  // (cells, cells): 1 where the second is masked with the first

    public CellMasks(TableSchema schema, INoise noise, Device device)
    {
        _noise = noise;
        var (choices, cells) = (schema.MadeChoices, schema.MadeChoices + schema.Layout.NumberCount);
        var follow = new float[cells, cells];
        var choiceOfSlot = schema.Layout.ChoiceOfSlot;
        for (var choice = 0; choice < choices; choice++)
            if (schema.Choices[choice].PresenceSlot is { } slot) follow[choiceOfSlot[slot], choice] = 1;
        foreach (var number in schema.Numbers)
            if (number.Presence is { } presence) follow[presence, choices + number.Index] = 1;
        _follow = tensor(follow, device: device).DetachFromDisposeScope();
    }

    /// <summary>1 for each cell that is masked: (N, cells).</summary>
    /// <param name="asked">1 for the cell that is asked for: (N, cells).</param>
    public Tensor Draw(Tensor asked)
    {
        var share = _noise.Uniform(asked.shape[0], 1).Times(1 / Knob.Of("MASK", 0.5)).Plus(1 - 1 / Knob.Of("MASK", 0.5));
        var drawn = _noise.Uniform(asked.shape).lt(share).to(float32);
        return drawn.Plus(drawn.mm(_follow)).Plus(asked).Clamp(0, 1);
    }

    public void Dispose() => _follow.Dispose();
}
