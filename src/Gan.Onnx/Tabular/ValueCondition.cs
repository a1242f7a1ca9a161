using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>A column of numbers, truth values, keys, times or dates.</summary>
/// <typeparam name="TForm">The common form of the values.</typeparam>
/// <param name="column">The column. Its categories are the values as texts.</param>
/// <param name="value">The type of the values.</param>
internal sealed class ValueCondition<TForm>(TabularColumn column, TabularValueOf<TForm> value) : ColumnCondition(column)
    where TForm : struct
{
    private readonly Lazy<Dictionary<TForm, long>> _categoriesByValue = new(() => ByValue(column, value));

    protected override string MissingText => value.MissingText ?? "";

    public override ValueGetter<long> Reader(DataViewRow row, DataViewSchema.Column column)
    {
        var next = value.Read(row, column).Next;
        var codes = _categoriesByValue.Value;
        return (ref long code) =>
        {
            var cell = next();
            var hasCode = codes.TryGetValue(cell, out code) || (value.IsMissing(cell) && TryGetMissing(out code));
            if (!hasCode) throw NoCode(value.Show(cell), row);
        };
    }

    protected override bool TryGetOther(string text, out long code)
    {
        code = TabularColumn.NotGiven;
        return value.TryParse(text, out var form) && _categoriesByValue.Value.TryGetValue(form, out code);
    }

    protected override string Show(string category) => value.TryParse(category, out var form) ? value.Show(form) : category;

    private static Dictionary<TForm, long> ByValue(TabularColumn column, TabularValueOf<TForm> value)
    {
        var codes = new Dictionary<TForm, long>();
        for (var code = 0; code < column.Categories.Count; code++)
            if (value.TryParse(column.Categories[code], out var form)) codes.TryAdd(form, code);
        return codes;
    }
}
