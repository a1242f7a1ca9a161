using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tabular.Rows;

/// <summary>Draws the rows of a batch and what is given of them.</summary>
internal sealed class RowSampler : IResumable
{
    private static readonly double[] MoreThanColumns = [0.6, 0.2];   // the probability that more than one column is given, and more than two
    private const double Balance = 0.75;                              // the power of a choice's frequency: 1 would leave it as it is
    private const double PresenceAlone = 0.25;                        // of the conditions on a column with missing cells

    private readonly EncodedRows _table;
    private readonly IReadOnlyList<int> _rows;
    private readonly NoiseSource _noise;
    private readonly ColumnForm[] _columns;
    private readonly RowsOfChoice[] _rowsOf;
    private int[] _order = [];
    private int _position;

    /// <param name="table">The encoded rows of the table.</param>
    /// <param name="rows">Those of them to draw from.</param>
    /// <param name="noise">Decides.</param>
    public RowSampler(EncodedRows table, IReadOnlyList<int> rows, NoiseSource noise)
    {
        _table = table;
        _rows = rows;
        _noise = noise;
        _columns = [.. table.Schema.Columns.Where(column => column.CanBeGiven && rows.Any(row => SlotsOf(column)[row] != Choice.None))];
        _rowsOf = [.. _columns.Select(column => new RowsOfChoice(SlotsOf(column), rows))];
    }

    private int ChoiceCount => _table.Schema.Choices.Count;

    /// <value>Whether there is a column to give.</value>
    public bool CanGive => _columns.Length > 0;

    /// <summary>The slots that a column's rows are drawn by.</summary>
    private int[] SlotsOf(ColumnForm column) => _table.Slots[(column.ValueChoice ?? column.Presence)!.Value];

    /// <summary>Rows in the order of an epoch without a condition, then rows drawn with one.</summary>
    /// <returns>The rows' numbers, and for each of them a flag for each choice.</returns>
    public (long[] Rows, float[] Flags) Next(int unconditioned, int conditioned)
    {
        var rows = new long[unconditioned + conditioned];
        var flags = new float[rows.Length * ChoiceCount];
        for (var i = 0; i < unconditioned; i++) rows[i] = _rows[NextOfEpoch()];
        var draws = conditioned == 0 ? [] : _noise.UniformOnCpu(conditioned, Draws).data<float>().ToArray();
        for (var i = 0; i < conditioned; i++)
            rows[unconditioned + i] = Draw(draws.AsSpan(i * Draws, Draws), flags.AsSpan((unconditioned + i) * ChoiceCount, ChoiceCount));
        return (rows, flags);
    }

    public void Save(StateWriter to)
    {
        to.Write("order", _order);
        to.Write("position", _position);
    }

    public void Load(StateReader from)
    {
        _order = from.ReadArray<int>("order");
        _position = from.Read<int>("position");
    }

    private const int Draws = 9;                                      // column, choice, row, number of columns, two more, three of presence alone

    private int Draw(ReadOnlySpan<float> draws, Span<float> flags)
    {
        var first = (int)(draws[0] * _columns.Length);
        var row = _rowsOf[first].Draw(draws[1], draws[2]);
        Give(_columns[first], row, draws[6], flags);
        for (var more = 0; more < MoreThanColumns.Length && draws[3] < MoreThanColumns[more]; more++)
            Give(_columns[(int)(draws[4 + more] * _columns.Length)], row, draws[7 + more], flags);
        return row;
    }

    private void Give(ColumnForm column, int row, double draw, Span<float> flags)
    {
        if (column.Presence is { } presence) flags[presence] = 1;
        if (column.ValueChoice is not { } value || (column.Presence is not null && draw < PresenceAlone)) return;
        if (_table.Slots[value][row] != Choice.None) flags[value] = 1;
    }

    private int NextOfEpoch()
    {
        if (_position == _order.Length)
        {
            using var order = _noise.PermutationOnCpu(_rows.Count);
            _order = Array.ConvertAll(order.data<long>().ToArray(), place => (int)place);
            _position = 0;
        }
        return _order[_position++];
    }

    /// <summary>The rows of each slot of a choice, slots drawn by a power of their frequency.</summary>
    private sealed class RowsOfChoice
    {
        private readonly int[][] _rowsOfSlot;
        private readonly double[] _cumulative;

        public RowsOfChoice(int[] slots, IReadOnlyList<int> rows)
        {
            var bySlot = rows.Where(row => slots[row] != Choice.None).GroupBy(row => slots[row]).OrderBy(group => group.Key);
            _rowsOfSlot = [.. bySlot.Select(group => group.ToArray())];
            _cumulative = new double[_rowsOfSlot.Length];
            var total = 0.0;
            for (var slot = 0; slot < _cumulative.Length; slot++) _cumulative[slot] = total += Math.Pow(_rowsOfSlot[slot].Length, Balance);
        }

        public int Draw(double slotDraw, double rowDraw)
        {
            var found = Array.BinarySearch(_cumulative, slotDraw * _cumulative[^1]);
            var rows = _rowsOfSlot[Math.Min(found < 0 ? ~found : found + 1, _rowsOfSlot.Length - 1)];
            return rows[(int)(rowDraw * rows.Length)];
        }
    }
}
