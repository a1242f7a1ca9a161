using System.Globalization;
using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Keys, counted from 1; 0 where missing. Their texts are those behind them, or, where there is none, their numbers.</summary>
internal sealed class KeyValue<T>(TabularValueType type, ValueTraits traits)
    : WholeValue(type, ElementTypeOf<T>(), new KeyDataViewType(typeof(T), checked((ulong)traits.KeyCount)))
    where T : unmanaged, IUnsignedNumber<T>, IBinaryInteger<T>, IMinMaxValue<T>
{
    private static readonly long GreatestCount = long.CreateSaturating(T.MaxValue);

    private readonly Lazy<Dictionary<string, int>> _places = new(() => traits.KeyValues.Index()
        .DistinctBy(pair => pair.Item, StringComparer.Ordinal).ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal));

    public override ValueTraits Traits => traits;

    public override DataViewSchema.Annotations? Annotations => traits.KeyValues.Count > 0 ? TextAnnotations.KeyValues(traits.KeyValues) : null;

    public override Quantity? Quantity => null;

    public override string MissingText => "0";

    public override TabularValue With(ValueTraits others) => new KeyValue<T>(Type, others);

    public override IEnumerable<string> Problems(ValueTraits others)
    {
        if (others.KeyCount < 1 || others.KeyCount > GreatestCount) yield return $"the key count {others.KeyCount}";
    }

    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column) => Read<T>(row, column, long.CreateTruncating);

    public override bool IsMissing(long form) => form == 0;

    public override string TextOf(long form) =>
        HasText(form) ? traits.KeyValues[(int)form - 1] : T.CreateTruncating(form).ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The key of a text, or of a number that no text is behind.</summary>
    public override bool TryParse(string text, out long form)
    {
        if (_places.Value.TryGetValue(text, out var place))
        {
            form = place + 1;
            return true;
        }
        var isOne = T.TryParse(text, CultureInfo.InvariantCulture, out var number);
        form = long.CreateTruncating(number);
        return isOne && !HasText(form);
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<T, T>(RequireKey);

    private T RequireKey(T element)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ulong.CreateTruncating(element), (ulong)traits.KeyCount);
        return element;
    }

    private bool HasText(long form) => form >= 1 && form <= traits.KeyValues.Count;
}
