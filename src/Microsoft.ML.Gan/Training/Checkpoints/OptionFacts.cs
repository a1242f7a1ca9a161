using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>Options as facts: losses and the like by what they call themselves.</summary>
internal static class OptionFacts
{
    /// <summary>The options, by name, but for those named.</summary>
    public static IEnumerable<(string Name, string Value)> Of(object options, params string[] without) => options.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !without.Contains(property.Name))
        .Select(property => (property.Name, Describe(property.GetValue(options))));

    private static string Describe(object? value) => value switch
    {
        null => "none",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Describe)),
        _ => value.GetType().GetProperty("Name")?.GetValue(value) as string ?? value.ToString() ?? "",
    };
}
