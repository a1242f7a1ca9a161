using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Whole numbers, keys, booleans, dates and spans of time, as 64-bit integers.</summary>
internal sealed class WholeReader(string name, CellReader<long> cells) : ColumnReader(name, cells.Value)
{
    private readonly List<long> _values = [];

    public override void Read() => _values.Add(cells.Next());

    protected override (int All, int Missing) Cells() => (_values.Count, _values.Count(cells.Value().IsMissing));

    protected override IdentifierPattern? FindPattern(bool isAsked, int leastRows) =>
        cells.Value() is WholeValue { Wholes: not null } whole && _values.TrueForAll(value => (Int128)value - whole.Zero <= long.MaxValue)
            ? FindPattern([.. _values.Select(whole.ToTensor)], isAsked)
            : null;

    public override TableColumn ToColumn(TabularColumnRole? role, int leastRows)
    {
        var type = cells.Value();
        if (type.IsNominal && role is not (null or TabularColumnRole.Categorical)) throw Unfit(role.Value);
        if (!type.IsDate && role == TabularColumnRole.Date) throw Unfit(TabularColumnRole.Date);
        long[] present = [.. _values.Where(value => !type.IsMissing(value))];
        if (type.IsNominal || role == TabularColumnRole.Categorical || (role is null && AreFew(present, leastRows)))
            return ToCategories(_values, type.IsMissing, value => new Category(type.TextOf(value), value, 0, 0));

        var grid = ValueGrid.Of(present);
        return new NumberColumn(
            Schema, type.IsDate ? TabularColumnRole.Date : TabularColumnRole.Integer, grid,
            [.. _values.Select(value => type.IsMissing(value) ? double.NaN : grid.PointOf(value))]);
    }
}
