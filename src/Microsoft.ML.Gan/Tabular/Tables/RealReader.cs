using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Floating-point numbers; NaN where missing.</summary>
internal sealed class RealReader(string name, CellReader<double> cells, bool isSingle) : ColumnReader(name, cells.Value)
{
    private static readonly ValueGrid WholeNumbers = new(true, 0, 1, 0);

    private readonly List<double> _values = [];
    private KllSketch<double>? _sketch;

    public override double? RankError => _sketch?.ErrorBound(RankErrorChance);

    public override void Read(long row, int place)
    {
        var value = cells.Next();
        if (double.IsInfinity(value))
        {
            throw new ArgumentException(
                $"Row {row + 1} of column '{Schema.Name}' must be a finite number or NaN for a missing one, but was {value}. " +
                "Replace or drop such rows.");
        }
        Keep(_values, place, value);
        if (All is not null) Count(value);
    }

    protected override void CountKept(Func<long, bool> coin)
    {
        _sketch = new(SketchSize, coin);
        _values.ForEach(Count);
    }

    private void Count(double value)
    {
        var isMissing = double.IsNaN(value);
        All!.Add(isMissing ? null : CellHash.Of(value));
        if (!isMissing) _sketch!.Add(value);
    }

    protected override (long All, long Missing) Cells() => (_values.Count, _values.Count(double.IsNaN));

    protected override IdentifierPattern? FindPattern(bool isAsked, int leastRows)
    {
        double[] present = [.. _values.Where(value => !double.IsNaN(value))];
        return Array.TrueForAll(present, value => double.IsInteger(value) && Math.Abs(value) < 1L << 62)
            ? FindPattern(Array.ConvertAll(present, value => (long)value), ((long)(_sketch?.Least ?? 0), (long)(_sketch?.Greatest ?? 0)), isAsked)
            : null;
    }

    public override TableColumn ToColumn(TabularColumnRole? role, int leastRows)
    {
        var grid = ValueGrid.Of(_values, isSingle);
        if (role == TabularColumnRole.Date) throw Unfit(TabularColumnRole.Date);
        var present = _values.Where(value => !double.IsNaN(value));
        if (role == TabularColumnRole.Categorical || (role is null && AreFew(present, leastRows)))
            return ToCategories(
                _values, double.IsNaN, value => new Category(cells.Value().TextOf(value), 0, value, 0), CellHash.Of, leastRows);
        var isWhole = grid is { IsGrid: true, Decimals: 0 };
        if (role == TabularColumnRole.Integer && !isWhole)
            return new NumberColumn(Schema, TabularColumnRole.Integer, WholeNumbers, Rounded()) { Whole = Whole(Math.Round) };
        return new NumberColumn(
            Schema, isWhole ? TabularColumnRole.Integer : TabularColumnRole.Numeric, grid,
            [.. _values.Select(value => double.IsNaN(value) ? double.NaN : grid.PointOf(value))])
        {
            Whole = Whole(grid.PointOf),
        };

        WholeColumn? Whole(Func<double, double> pointOf) => WholeOf(_sketch?.ToRanks(pointOf));
    }

    /// <summary>The whole numbers that are nearest, of those within the range of the values.</summary>
    private double[] Rounded()
    {
        var present = _values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).ToList();
        var (least, greatest) = (Math.Ceiling(present.Min()), Math.Floor(present.Max()));
        return [.. _values.Select(value => least <= greatest ? Math.Clamp(Math.Round(value), least, greatest) : Math.Round(value))];
    }
}
