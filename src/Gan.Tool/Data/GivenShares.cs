using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Tool.Data.Csv;
using Microsoft.ML;

namespace Gan.Tool.Data;

/// <summary>The shares that categories are to come in: <c>column: category=share, category=share</c>.</summary>
internal static partial class GivenShares
{
    /// <param name="texts">The shares, a column each.</param>
    /// <param name="schema">The generator's columns.</param>
    /// <param name="style">How the training file was written.</param>
    /// <exception cref="ArgumentException">A text is no such shares, or a column is none of the generator's, or is named twice.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Parse(
        IEnumerable<string> texts, DataViewSchema schema, TableStyle style)
    {
        var shares = new Dictionary<string, IReadOnlyDictionary<string, double>>();
        foreach (var text in texts)
        {
            var column = schema.Where(column => text.StartsWith(column.Name + ":", StringComparison.Ordinal))
                .OrderByDescending(column => column.Name.Length).Select(column => column.Name).FirstOrDefault()
                ?? throw new ArgumentException(
                    $"--shares must begin with a column and a colon, as 'income: high=0.5, low=0.5', but was '{text}'. "
                    + $"The columns are: {string.Join(", ", schema.Select(column => $"'{column.Name}'"))}.");
            var rest = text[(column.Length + 1)..];
            var parts = Part().Matches(rest);
            if (parts.Count == 0 || parts.Sum(part => part.Length) != rest.Length)
            {
                throw new ArgumentException(
                    $"--shares must have categories and shares, as 'high=0.5, low=0.5', but column '{column}' has '{rest.Trim()}'.");
            }
            var ofColumn = new Dictionary<string, double>();
            foreach (Match part in parts)
            {
                var category = GivenCells.Given(part.Groups[1].Value.Trim(), style.Of(column) ?? PlainStyle.Of(schema[column]));
                if (!ofColumn.TryAdd(category, double.Parse(part.Groups[2].Value, CultureInfo.InvariantCulture)))
                    throw new ArgumentException($"--shares must name each category once, but column '{column}' names '{category}' twice.");
            }
            if (!shares.TryAdd(column, ofColumn)) throw new ArgumentException($"--shares must name each column once, but names '{column}' twice.");
        }
        return shares;
    }

    [GeneratedRegex(@"\G\s*(.*?)\s*=\s*([0-9]*\.?[0-9]+)\s*(?:,|$)")]
    private static partial Regex Part();
}
