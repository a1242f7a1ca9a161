using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Whole numbers, keys, booleans, dates and spans of time, as 64-bit integers.</summary>
internal sealed class WholeReader(string name, CellReader<long> cells) : ColumnReader(name, cells.Value)
{
    private readonly List<long> _values = [];
    private KllSketch<long>? _sketch;

    public override double? RankError => _sketch?.ErrorBound(RankErrorChance);

    public override void Read(long row, int place)
    {
        var value = cells.Next();
        Keep(_values, place, value);
        if (All is not null) Count(value);
    }

    protected override void CountKept(Func<long, bool> coin)
    {
        _sketch = new(SketchSize, coin);
        _values.ForEach(Count);
    }

    private void Count(long value)
    {
        var isMissing = cells.Value().IsMissing(value);
        All!.Add(isMissing ? null : CellHash.Of(value));
        if (!isMissing) _sketch!.Add(value);
    }

    protected override (long All, long Missing) Cells() => (_values.Count, _values.Count(cells.Value().IsMissing));

    protected override IdentifierPattern? FindPattern(bool isAsked, int leastRows) =>
        cells.Value() is WholeValue { Wholes: not null } whole && _values.TrueForAll(value => (Int128)value - whole.Zero <= long.MaxValue)
            ? FindPattern(
                [.. _values.Select(whole.ToTensor)], (whole.ToTensor(_sketch?.Least ?? 0), whole.ToTensor(_sketch?.Greatest ?? 0)), isAsked)
            : null;

    public override TableColumn ToColumn(TabularColumnRole? role, int leastRows)
    {
        var type = cells.Value();
        if (type.IsNominal && role is not (null or TabularColumnRole.Categorical)) throw Unfit(role.Value);
        if (!type.IsDate && role == TabularColumnRole.Date) throw Unfit(TabularColumnRole.Date);
        long[] present = [.. _values.Where(value => !type.IsMissing(value))];
        if (type.IsNominal || role == TabularColumnRole.Categorical || (role is null && AreFew(present, leastRows)))
            return ToCategories(_values, type.IsMissing, value => new Category(type.TextOf(value), value, 0, 0), CellHash.Of, leastRows);

        var grid = ValueGrid.Of(present);
        return new NumberColumn(
            Schema, type.IsDate ? TabularColumnRole.Date : TabularColumnRole.Integer, grid,
            [.. _values.Select(value => type.IsMissing(value) ? double.NaN : grid.PointOf(value))])
        {
            Whole = WholeOf(_sketch?.ToRanks(grid.PointOf)),
        };
    }
}
