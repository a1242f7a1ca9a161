using System.Globalization;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Whole numbers, keys, booleans, dates and spans of time, as 64-bit integers; the key 0 and the first of all dates, the default of its type, are missing.</summary>
internal sealed class WholeReader(ColumnSchema schema, Func<long> next) : ColumnReader(schema)
{
    private readonly List<long> _values = [];

    private bool IsZeroMissing => Schema.Type is TabularValueType.DateTime or >= TabularValueType.KeyByte and <= TabularValueType.KeyUInt64;

    public override void Read() => _values.Add(next());

    public override TableColumn ToColumn(TabularColumnRole? role)
    {
        if (Schema.IsNominal && role is not (null or TabularColumnRole.Categorical)) throw Unfit(role.Value);
        if (!Schema.IsDate && role == TabularColumnRole.Date) throw Unfit(TabularColumnRole.Date);
        if (Schema.IsNominal || role == TabularColumnRole.Categorical || (role is null && Present.Distinct().Take(FewValues + 1).Count() <= FewValues))
            return ToCategories(_values, IsMissing, value => new Category(TextOf(value), value, 0, 0));

        var grid = ValueGrid.Of([.. Present]);
        return new NumberColumn(
            Schema, Schema.IsDate ? TabularColumnRole.Date : TabularColumnRole.Integer, grid,
            [.. _values.Select(value => IsMissing(value) ? double.NaN : grid.StepOf(value))]);
    }

    private IEnumerable<long> Present => _values.Where(value => !IsMissing(value));

    private bool IsMissing(long value) => value == 0 && IsZeroMissing;

    private string TextOf(long value) => Schema.Type switch
    {
        TabularValueType.Boolean => value == 1 ? "True" : "False",
        TabularValueType.DateTime => new DateTime(value).ToString("o", CultureInfo.InvariantCulture),
        TabularValueType.TimeSpan => new TimeSpan(value).ToString("c", CultureInfo.InvariantCulture),
        TabularValueType.UInt64 => ColumnSchema.Unordered(value).ToString(CultureInfo.InvariantCulture),
        _ when Schema.KeyValues is { Count: > 0 } names && value <= names.Count => names[(int)value - 1],
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
