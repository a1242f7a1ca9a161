using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>What every row of this library checks when it is asked for a value.</summary>
internal static class Getters
{
    /// <summary>The getter under the type that the caller asked for.</summary>
    /// <exception cref="InvalidOperationException">The column is not active, or has another type.</exception>
    public static ValueGetter<TValue> Typed<TValue>(Delegate getter, DataViewSchema.Column column, bool isActive)
    {
        if (!isActive) throw NotActive(column);
        return getter as ValueGetter<TValue> ?? throw new InvalidOperationException(
            $"Column '{column.Name}' has values of type {column.Type.RawType}, but {typeof(TValue)} was asked for.");
    }

    public static InvalidOperationException NotActive(DataViewSchema.Column column) =>
        new($"Column '{column.Name}' is not active. Name it among the columns needed when asking for the cursor.");

    public static InvalidOperationException NotAtRow() => new("The cursor must be at a row, but is before the first or after the last.");
}
