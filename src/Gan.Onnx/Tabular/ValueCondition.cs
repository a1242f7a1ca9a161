using System.Globalization;
using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>A column of numbers, truth values, keys, times or dates.</summary>
/// <param name="column">The column. Its categories are the values as texts; those of keys, the texts behind them if there are some.</param>
/// <param name="isMissing">Whether a value stands for a missing cell; null for types that have none.</param>
/// <param name="missingText">That value in messages.</param>
internal sealed class ValueCondition<T>(TabularColumn column, Func<T, bool>? isMissing = null, string missingText = "") : Condition(column)
    where T : struct, ISpanParsable<T>
{
    private readonly Lazy<Dictionary<T, long>> _categoriesByValue = new(() => ByValue(column));

    protected override string MissingText => missingText;

    public override ValueGetter<long> Reader(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        var codes = _categoriesByValue.Value;
        T cell = default;
        return (ref long code) =>
        {
            getter(ref cell);
            var hasCode = codes.TryGetValue(cell, out code) || (isMissing?.Invoke(cell) == true && TryGetMissing(out code));
            if (!hasCode) throw NoCode(cell, row);
        };
    }

    private static Dictionary<T, long> ByValue(TabularColumn column)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);     // keys are numbers, their categories the texts behind them
        for (var i = 0; i < column.KeyValues.Count; i++) texts.TryAdd(column.KeyValues[i], Invariant(i + 1));
        var codes = new Dictionary<T, long>();
        for (var code = 0; code < column.Categories.Count; code++)
        {
            var category = column.Categories[code];
            if (T.TryParse(texts.GetValueOrDefault(category, category), CultureInfo.InvariantCulture, out var value))
                codes.TryAdd(value, code);
        }
        return codes;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
