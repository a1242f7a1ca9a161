using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds what columns of numbers are to the networks: their ranks, and what they have to do with each other.</summary>
internal sealed class NumberLearner
{
    private readonly IReadOnlyList<NumberColumn> _columns;
    private readonly bool _keepsExtremes;
    private readonly IReadOnlyDictionary<NumberColumn, Difference> _differences;
    private readonly IReadOnlyDictionary<NumberColumn, TiedColumns> _ties;
    private readonly List<(Number Number, ColumnRanks Ranks)> _learnt = [];
    private readonly Dictionary<NumberColumn, int> _numberOf = [];

    /// <param name="columns">The columns, in the table's order.</param>
    /// <param name="keepsExtremes">Whether the least and the greatest number of a column come back as they are.</param>
    public NumberLearner(IReadOnlyList<NumberColumn> columns, bool keepsExtremes)
    {
        _columns = columns;
        _keepsExtremes = keepsExtremes;
        _differences = Difference.Find(columns);
        _ties = TiedColumns.Find(columns, (column, source) => _differences.GetValueOrDefault(column)?.Base != source);
    }

    /// <value>The numbers that were added, with the ranks of the table's rows.</value>
    public IReadOnlyList<(Number Number, ColumnRanks Ranks)> Learnt => _learnt;

    /// <summary>That a column is tied to one that was added before; null if it is not.</summary>
    /// <param name="column">The column.</param>
    /// <param name="choice">The index that the choice of it will have.</param>
    /// <param name="slots">Of each row, whether the cell is there or missing; rows in which the two are equal are put into the tie's slot.</param>
    public Tie? TieOf(NumberColumn column, int choice, int[] slots)
    {
        if (!_ties.TryGetValue(column, out var tied)) return null;
        var (slope, offset) = column.Grid.From(tied.Source.Grid);
        var (least, greatest) = RangeOf(column);
        var slot = column.HasMissing ? Choice.IsMissing + 1 : Choice.IsThere + 1;
        var tie = new Tie(choice, slot, _numberOf[tied.Source], slope, offset, tied.Common, least, greatest);
        int[] own = [.. slots];
        tie.Encode(column.Points, tied.Source.Points, own);
        if (own.Count(slot => slot == Choice.IsThere) < QuantileKnots.LeastRows) return null;
        own.CopyTo(slots, 0);
        return tie;
    }

    /// <summary>Adds what is learnt of a column: its number, and before it the day of a date with a time.</summary>
    /// <param name="column">The column.</param>
    /// <param name="presence">The index of the choice that says whether it is there as a value of its own; null if it always is.</param>
    /// <param name="slots">Of each row, the slot of that choice.</param>
    /// <param name="tie">The number that it may be equal to; null for none.</param>
    /// <returns>The numbers' indices.</returns>
    public IReadOnlyList<int> Add(NumberColumn column, int? presence, int[] slots, Tie? tie)
    {
        var difference = _differences.GetValueOrDefault(column);
        return difference is { IsTimeOfDay: true }
            ? [Add(difference.Base, presence, slots, null, null), Add(column, presence, slots, difference, tie)]
            : [Add(column, presence, slots, difference, tie)];
    }

    /// <summary>The numbers that must be in order, but for those that a difference alone keeps so.</summary>
    /// <param name="asked">Pairs of columns that must be, whether or not they look so.</param>
    /// <param name="areFree">Whether two columns may change places.</param>
    public IReadOnlyList<NumberOrder> Orders(
        IEnumerable<(NumberColumn Lesser, NumberColumn Greater)> asked, Func<NumberColumn, NumberColumn, bool> areFree)
    {
        var pairs = OrderedColumns.Find(_columns).Union(asked).Where(pair => areFree(pair.Lesser, pair.Greater)).ToList();
        return [.. pairs.Where(pair => !IsKept(pair.Lesser, pair.Greater)).Select(pair => Order(NumberOf(pair.Lesser), NumberOf(pair.Greater)))];

        bool IsKept(NumberColumn one, NumberColumn other) =>
            (_differences.GetValueOrDefault(one)?.Base == other || _differences.GetValueOrDefault(other)?.Base == one)
            && pairs.Count(pair => new[] { pair.Lesser, pair.Greater }.Intersect([one, other]).Any()) == 1;

        static NumberOrder Order(Number lesser, Number greater)
        {
            var (slope, offset) = greater.Grid.From(lesser.Grid);
            var areAlike = lesser.Grid == greater.Grid && Equals(lesser.Rounding, greater.Rounding);
            return new(lesser.Index, greater.Index, slope, offset, greater.Grid.IsGrid, areAlike);
        }
    }

    /// <summary>The number of a column.</summary>
    public Number NumberOf(NumberColumn column) => _learnt[_numberOf[column]].Number;

    private int Add(NumberColumn column, int? presence, int[] slots, Difference? difference, Tie? tie)
    {
        var points = (difference?.Points ?? column.Points).Zip(slots, (point, slot) => slot == Choice.IsThere ? point : double.NaN);
        var ranks = new ColumnRanks([.. points], _keepsExtremes, difference is null && tie is null ? column.Whole?.Ranks : null);
        var learnt = difference is null ? null : Learn(difference);
        var rounding = learnt is null
            ? Rounding.Find(column, ranks.Learnt.Knots.Range, ranks.Learnt.Knots.Shared)
            : Rounding.Find(column, (learnt.Least, learnt.Greatest), new HashSet<double>());
        _numberOf.Add(column, _learnt.Count);
        _learnt.Add((new Number(_learnt.Count, column.Name, presence, column.Grid, ranks.Learnt, rounding, learnt, tie), ranks));
        return _learnt.Count - 1;
    }

    /// <summary>The ends of a column's own quantile function, whatever is learnt in its place.</summary>
    private (double Least, double Greatest) RangeOf(NumberColumn column) =>
        QuantileKnots.Of([.. column.Points.Where(point => !double.IsNaN(point)).Order()], _keepsExtremes).Range;

    private LearntDifference Learn(Difference difference)
    {
        var (least, greatest) = RangeOf(difference.Column);
        return new(_numberOf[difference.Base], difference.Slope, difference.Offset, least, greatest);
    }
}
