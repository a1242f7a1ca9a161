using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Rows;

/// <summary>Draws batches of encoded rows with conditions that they meet.</summary>
/// <remarks>
/// The first rows of a batch are in the order of an epoch and have no condition. In the others one to three columns are given, and the rows are drawn
/// so that rare categories are seen: a column, then one of its choices by a power of its frequency, then a row that has it.
/// </remarks>
internal sealed class TableBatches : IRows, IDisposable
{
    private readonly RowLayout _layout;
    private readonly INoise _noise;
    private readonly Device _device;
    private readonly int _unconditioned;
    private readonly RowSampler _sampler;
    // (rows, choices): the place of each choice's slot; behind the last where it has none
    private readonly Tensor _slots;
    private readonly Tensor _low, _width;                             // (rows, numbers)
    private readonly Tensor? _present;                                // (rows, numbers); null if all are
    private readonly Tensor _choiceOfSlot;                            // (slots)
    private readonly int _batchSize;
    private readonly bool _isCentred;

    /// <param name="table">The encoded rows of the table.</param>
    /// <param name="rows">Those of them to draw from.</param>
    /// <param name="batchSize">The rows of a batch.</param>
    /// <param name="conditionedShare">The share of those that have a condition.</param>
    /// <param name="noise">Decides.</param>
    /// <param name="device">Where the batches are.</param>
    /// <param name="isCentred">Whether numbers have the middle of their ranks, instead of a rank drawn anew each time.</param>
    public TableBatches(
        EncodedRows table, IReadOnlyList<int> rows, int batchSize, double conditionedShare, NoiseSource noise, Device device, bool isCentred = false)
    {
        var schema = table.Schema;
        Count = rows.Count;
        _layout = schema.Layout;
        _noise = noise;
        _device = device;
        _batchSize = batchSize;
        _isCentred = isCentred;
        _sampler = new RowSampler(table, rows, noise);
        _unconditioned = _sampler.CanGive ? batchSize - (int)(batchSize * conditionedShare) : batchSize;
        using var scope = NewDisposeScope();
        var numbers = schema.Numbers;
        var (count, choices) = (table.Count, schema.Choices);
        _slots = choices.Count == 0 ? empty([count, 0], int64) : stack(choices.Select((choice, index) => tensor(
            Array.ConvertAll(table.Slots[index], slot => slot == Choice.None ? (long)_layout.SlotCount : choice.Offset + slot))), 1);
        _low = numbers.Count == 0 ? empty(count, 0) : stack(table.Low.Select(low => tensor(low)), 1);
        _width = numbers.Count == 0 ? empty(count, 0) : stack(table.High.Select(high => tensor(high)), 1) - _low;
        if (numbers.Any(number => number.Presence is not null))
            _present = stack(numbers.Select(number => tensor([.. Enumerable.Range(0, count).Select(row => table.IsThere(number, row) ? 1f : 0f)])),
                1);
        _choiceOfSlot = tensor(_layout.ChoiceOfSlot);
        (_slots, _low, _width, _choiceOfSlot) = (Keep(_slots), Keep(_low), Keep(_width), Keep(_choiceOfSlot));
        if (_present is not null) _present = Keep(_present);
    }

    public long Count { get; }

    public Batch Next()
    {
        var (rows, flags) = _sampler.Next(_unconditioned, _batchSize - _unconditioned);
        using var noGrad = no_grad();
        return Encode(tensor(rows).OnDevice(_device), tensor(flags, [rows.Length, _layout.Choices.Count]).OnDevice(_device));
    }

    /// <summary>Encoded rows without a condition: (N, row width).</summary>
    /// <param name="rows">The rows' numbers.</param>
    public Tensor Encode(IReadOnlyList<int> rows)
    {
        using var scope = NewDisposeScope();
        var numbers = tensor(rows.Select(row => (long)row).ToArray(), device: _device);
        return Encode(numbers, zeros(rows.Count, _layout.Choices.Count, device: _device)).Rows.MoveToOuterDisposeScope();
    }

    /// <summary>Encoded rows, and conditions of them.</summary>
    /// <param name="rows">The rows' numbers: (N).</param>
    /// <param name="flags">1 for each choice that is given: (N, choices).</param>
    public Batch Encode(Tensor rows, Tensor flags)
    {
        var slots = zeros(rows.shape[0], _layout.SlotCount + 1, device: _device)
            .scatter_(1, _slots.index_select(0, rows), ones(1, device: _device).expand(rows.shape[0], _layout.Choices.Count))
            .narrow(1, 0, _layout.SlotCount);
        var given = slots * flags.index_select(1, _choiceOfSlot);
        return new Batch(cat([slots.narrow(1, 0, _layout.MadeSlots), Numbers(rows)], 1), cat([flags, given], 1));
    }

    public void Save(StateWriter to) => _sampler.Save(to);

    public void Load(StateReader from) => _sampler.Load(from);

    public void Dispose()
    {
        _slots.Dispose();
        _low.Dispose();
        _width.Dispose();
        _present?.Dispose();
        _choiceOfSlot.Dispose();
    }

    /// <summary>The normal quantiles of ranks drawn from the rows' intervals; 0 where missing.</summary>
    private Tensor Numbers(Tensor rows)
    {
        var low = _low.index_select(0, rows);
        var width = _width.index_select(0, rows);
        var quantile = low.Plus(_isCentred ? width.Times(0.5) : _noise.Uniform(low.shape) * width).NormalQuantile();
        return _present is null ? quantile : quantile * _present.index_select(0, rows);
    }

    private Tensor Keep(Tensor values) => values.to(_device).DetachFromDisposeScope();
}
