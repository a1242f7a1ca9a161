using System.Linq.Expressions;
using System.Reflection;

namespace Microsoft.ML.Gan;

/// <summary>Copies options with a change, in every language of .NET: what <c>with</c> is to C# alone.</summary>
public static class GanOptionsExtensions
{
    /// <summary>The same options with another value of one property; the given ones stay as they are.</summary>
    /// <param name="options">The options to start from, such as those of <see cref="GanPresets"/>.</param>
    /// <param name="property">The property: <c>o => o.BatchSize</c>, in F# <c>fun o -> o.BatchSize</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="property"/> is not a property of the options.</exception>
    public static GanTrainer.Options With<TValue>(
        this GanTrainer.Options options, Expression<Func<GanTrainer.Options, TValue>> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Changed(options with { }, property, value);
    }

    /// <inheritdoc cref="With{TValue}(GanTrainer.Options, Expression{Func{GanTrainer.Options, TValue}}, TValue)"/>
    public static TabularGanTrainer.Options With<TValue>(
        this TabularGanTrainer.Options options, Expression<Func<TabularGanTrainer.Options, TValue>> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Changed(options with { }, property, value);
    }

    private static TOptions Changed<TOptions, TValue>(TOptions copy, Expression<Func<TOptions, TValue>> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (property.Body is not MemberExpression { Member: PropertyInfo { CanWrite: true } chosen, Expression: ParameterExpression })
            throw new ArgumentException(
                $"{nameof(property)} must be a property of the options, such as o => o.Seed, but was {property}.", nameof(property));
        chosen.SetValue(copy, value);
        return copy;
    }
}
