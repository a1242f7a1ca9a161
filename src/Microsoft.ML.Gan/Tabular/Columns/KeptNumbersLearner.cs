using Gan.Onnx;
using Gan.Onnx.Rules;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds which points the numbers of rules may have, so that what must be greater has room, whatever is made of the lesser.</summary>
internal sealed class KeptNumbersLearner
{
    private const double SingleError = 2.4e-7, DoubleError = 9e-16;   // of a number, in its size
    private const int MostSteps = 1000;                               // until a step is one of a column's grid, too

    private readonly Dictionary<string, (NumberColumn Column, Number Number)> _learnt = [];
    private readonly Dictionary<int, KeptNumber> _numbers = [];
    private readonly List<(KeptOrder Order, ColumnOrder Names)> _orders = [];
    private readonly List<KeptSum> _sums = [];
    private readonly Func<string, (NumberColumn Column, Number Number)?> _find;

    private KeptNumbersLearner(Func<string, (NumberColumn Column, Number Number)?> find) => _find = find;

    /// <summary>What is kept of the numbers that rules are of; null if they are of none that is learnt.</summary>
    /// <param name="constraints">The rules.</param>
    /// <param name="find">A column of numbers that is learnt, by its name; null for any other, whose values are the table's own.</param>
    /// <exception cref="ArgumentException">Rules contradict each other, or leave a column no value.</exception>
    public static KeptNumbers? Learn(IReadOnlyList<RuleConstraint> constraints, Func<string, (NumberColumn Column, Number Number)?> find) =>
        constraints.Count == 0 ? null : new KeptNumbersLearner(find).Learn(constraints);

    private KeptNumbers? Learn(IReadOnlyList<RuleConstraint> constraints)
    {
        foreach (var sum in constraints.OfType<ColumnSum>()) Add(sum);
        foreach (var step in constraints.OfType<ColumnStep>().Where(step => Has(step.Column))) Take(step);
        foreach (var limit in constraints.OfType<ColumnLimit>().Where(limit => Has(limit.Column) && !IsTotal(limit.Column))) Take(limit);
        foreach (var order in constraints.OfType<ColumnOrder>().Where(order => Has(order.Lesser) && Has(order.Greater))) Add(order);
        if (_numbers.Count == 0) return null;
        var sorted = Sorted();
        foreach (var number in Enumerable.Reverse(sorted)) LeaveRoom(number);
        foreach (var number in sorted) Lift(number);
        foreach (var limit in constraints.OfType<ColumnLimit>().Where(limit => Has(limit.Column) && IsTotal(limit.Column))) Require(limit);
        var raised = _orders.Select(order => order.Order).Where(order => !IsTotal(order.Greater));
        return new([.. sorted.Select(number => _numbers[number])], [.. raised], _sums);
    }

    /// <summary>Whether a column is learnt; its number is known from then on.</summary>
    private bool Has(string name)
    {
        if (_learnt.ContainsKey(name)) return true;
        if (_find(name) is not { } found) return false;
        _learnt.Add(name, found);
        var (column, number) = found;
        var (least, greatest) = number.Difference is { } difference ? (difference.Least, difference.Greatest) : number.Ranks.Knots.Range;
        var error = column.Schema.Value is RealValue { IsSingle: true } ? SingleError : DoubleError;
        var any = new KeptNumber(number.Index, column.Grid.IsGrid ? 1 : 0, 0, 0, 0, error);
        var (low, high) = (any.Above(least), any.Below(greatest));
        if (low > high) low = high = Math.Round(least);
        _numbers.Add(number.Index, any with { Least = low, Greatest = high });
        return true;
    }

    private bool IsTotal(int number) => _sums.Exists(sum => sum.Total == number);

    private bool IsTotal(string name) => IsTotal(_learnt[name].Number.Index);

    private void Add(ColumnSum sum)
    {
        foreach (var name in sum.Parts.Append(sum.Total))
            if (!Has(name)) throw Contradiction(name, $"'{sum.Total}' is a sum", "has no value in enough rows");
        var total = _learnt[sum.Total];
        if (IsTotal(sum.Total)) throw Contradiction(sum.Total, "one rule", "is the sum of two rules");
        var zero = -(double)((Int128)total.Column.Grid.Origin - total.Column.Schema.Value.Zero) / unchecked((ulong)total.Column.Grid.Unit);
        KeptPart[] parts = [.. sum.Parts.Select(name => _learnt[name]).Select(part =>
        {
            var (slope, offset) = total.Column.Grid.From(part.Column.Grid);
            return new KeptPart(part.Number.Index, Whole(slope), offset - zero);
        })];
        _sums.Add(new(total.Number.Index, parts, zero));

        static double Whole(double slope) => Math.Abs(slope - Math.Round(slope)) < 1e-9 ? Math.Round(slope) : slope;
    }

    private void Add(ColumnOrder order)
    {
        var (lesser, greater) = (_learnt[order.Lesser], _learnt[order.Greater]);
        var (slope, offset) = greater.Column.Grid.From(lesser.Column.Grid);
        var isStrict = order.IsStrict || (_numbers[greater.Number.Index].Step == 0
            && (lesser.Column.Schema.Value is RealValue { IsSingle: true }) != (greater.Column.Schema.Value is RealValue { IsSingle: true }));
        _orders.Add((new(lesser.Number.Index, greater.Number.Index, slope, offset, isStrict), order));
    }

    private void Take(ColumnStep step)
    {
        var (column, number) = _learnt[step.Column];
        var own = _numbers[number.Index];
        if (own.Step == 0) own = own with { Step = (double)step.Step, Start = (double)step.Start };
        else
        {
            var unit = column.Schema.IsReal ? 1 / (decimal)Math.Pow(10, column.Grid.Decimals) : unchecked((ulong)column.Grid.Unit);
            var origin = column.Schema.IsReal ? 0 : (decimal)((Int128)column.Grid.Origin - column.Schema.Value.Zero);
            var count = Enumerable.Range(1, MostSteps).FirstOrDefault(count => count * step.Step % unit == 0);
            var start = Enumerable.Range(0, Math.Max(1, count)).FirstOrDefault(place => (step.Start + place * step.Step - origin) % unit == 0, -1);
            if (count == 0 || start < 0) throw Contradiction(step.Column, $"steps of {step.Step}", "has digits that such steps do not have");
            own = own with
            {
                Step = (double)(count * step.Step / unit),
                Start = (double)((step.Start + start * step.Step - origin) / unit),
            };
        }
        _numbers[number.Index] = own with { Least = own.Above(own.Least), Greatest = own.Below(own.Greatest) };
        RequireRoom(number.Index);
    }

    private void Take(ColumnLimit limit)
    {
        var (_, number) = _learnt[limit.Column];
        var (own, point) = (_numbers[number.Index], PointOf(limit));
        _numbers[number.Index] = limit.IsGreatest
            ? own with { Greatest = Math.Min(own.Greatest, own.Below(point, limit.IsStrict)) }
            : own with { Least = Math.Max(own.Least, own.Above(point, limit.IsStrict)) };
        RequireRoom(number.Index);
    }

    private double PointOf(ColumnLimit limit)
    {
        var (column, _) = _learnt[limit.Column];
        var constant = limit.Constant.In(column.Schema.Value)!.Value;
        if (column.Schema.IsReal) return (double)constant * (column.Grid.IsGrid ? Math.Pow(10, column.Grid.Decimals) : 1);
        return (double)((constant - (decimal)((Int128)column.Grid.Origin - column.Schema.Value.Zero)) / unchecked((ulong)column.Grid.Unit));
    }

    /// <summary>The numbers, each behind those that it depends on.</summary>
    private List<int> Sorted()
    {
        var (sorted, open) = (new List<int>(), _numbers.Keys.Order().ToList());
        while (open.Count > 0)
        {
            var free = open.FindIndex(number => !open.Exists(other => other != number && IsBefore(other, number)));
            if (free < 0) throw Contradiction(NameOf(open[0]), "one place in the order of the rules", "must be less than itself");
            sorted.Add(open[free]);
            open.RemoveAt(free);
        }
        return sorted;

        bool IsBefore(int one, int other) => _orders.Exists(order => order.Order.Lesser == one && order.Order.Greater == other && !IsTotal(other))
            || _sums.Exists(sum => sum.Total == other && sum.Parts.Any(part => part.Number == one));
    }

    /// <summary>Lowers the greatest point of a number below those of the numbers that it must not exceed.</summary>
    private void LeaveRoom(int number)
    {
        foreach (var (order, _) in _orders.Where(order => order.Order.Lesser == number && !IsTotal(order.Order.Greater)))
        {
            var own = _numbers[number];
            var greatest = (_numbers[order.Greater].Greatest - order.Offset) / order.Slope;
            _numbers[number] = own with { Greatest = Math.Min(own.Greatest, own.Below(greatest, order.IsStrict)) };
        }
        RequireRoom(number);
    }

    /// <summary>Raises the least point of a number above those of the numbers that must not exceed it; a sum's range is that of its parts.</summary>
    private void Lift(int number)
    {
        if (_sums.FirstOrDefault(sum => sum.Total == number) is { } sum)
        {
            _numbers[number] = _numbers[number] with { Least = sum.Offset + Ends(sum, -1), Greatest = sum.Offset + Ends(sum, 1) };
            foreach (var order in _orders.Where(order => order.Order.Lesser == number || order.Order.Greater == number))
                RequireOfParts(sum, order.Names, order.Order);
            return;
        }
        foreach (var (order, _) in _orders.Where(order => order.Order.Greater == number))
        {
            var own = _numbers[number];
            var least = order.Slope * _numbers[order.Lesser].Least + order.Offset;
            _numbers[number] = own with { Least = Math.Max(own.Least, own.Above(least, order.IsStrict)) };
        }
        RequireRoom(number);
    }

    /// <summary>The least (-1) or greatest (1) sum of some parts; a missing one counts as 0.</summary>
    private double Ends(KeptSum sum, int side, int without = -1) => sum.Parts.Where(part => part.Number != without).Sum(part =>
    {
        var own = _numbers[part.Number];
        var end = part.Slope * (side < 0 ? own.Least : own.Greatest) + part.Offset;
        return _learnt[NameOf(part.Number)].Column.HasMissing ? side * Math.Max(0, side * end) : end;
    });

    private void RequireOfParts(KeptSum sum, ColumnOrder names, KeptOrder order)
    {
        var others = Ends(sum, -1, without: order.Lesser);
        var isKept = order.Greater == sum.Total && sum.Parts.Any(part => part.Number == order.Lesser) && (order.IsStrict ? others > 0 : others >= 0);
        if (!isKept) throw Unkept(NameOf(sum.Total), $"{RuleText.Name(names.Lesser)} {(names.IsStrict ? "<" : "<=")} {RuleText.Name(names.Greater)}");
    }

    private void Require(ColumnLimit limit)
    {
        var (own, point) = (_numbers[_learnt[limit.Column].Number.Index], PointOf(limit));
        var room = limit.IsGreatest ? point - own.Greatest : own.Least - point;
        if (limit.IsStrict ? room > 0 : room >= 0) return;
        throw Unkept(
            limit.Column, $"{RuleText.Name(limit.Column)} {(limit.IsGreatest ? "<" : ">")}{(limit.IsStrict ? "" : "=")} {limit.Constant.Text}");
    }

    private void RequireRoom(int number)
    {
        var own = _numbers[number];
        if (!IsTotal(number) && own.Least > own.Greatest) throw Contradiction(NameOf(number), "a value by the rules together", "has none left");
    }

    private string NameOf(int number) => _learnt.First(pair => pair.Value.Number.Index == number).Key;

    private static ArgumentException Contradiction(string column, string wanted, string was) =>
        new($"Column '{column}' must have {wanted}, but {was}. Leave out one of its rules.");

    private static ArgumentException Unkept(string total, string rule) => new(
        $"Column '{total}' must be the sum of its parts, but the parts do not keep '{rule}' by themselves. " +
        "Give the parts such a rule, or leave it out.");
}
