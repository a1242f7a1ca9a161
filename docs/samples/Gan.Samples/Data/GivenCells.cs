using System.Text.RegularExpressions;
using Gan.Onnx;
using Microsoft.Data.Analysis;

namespace Gan.Samples.Data;

/// <summary>What is to hold of every synthetic row: column=value, several of them parted by commas.</summary>
/// <remarks>A comma that is followed by no further column= belongs to the value.</remarks>
internal static partial class GivenCells
{
    /// <exception cref="ArgumentException">A part is no column=value, a column is given twice or is none of the table's, or a text does not occur in it.</exception>
    public static Dictionary<string, string> Parse(IEnumerable<string> wheres, DataFrame table)
    {
        var given = new Dictionary<string, string>();
        foreach (var part in wheres.SelectMany(where => BetweenPairs().Split(where)))
        {
            if (part.IndexOf('=') is not (> 0 and var equals)) throw new ArgumentException($"--where must be column=value, but was '{part}'.");
            var (name, value) = (part[..equals], part[(equals + 1)..]);
            var column = table.Columns.FirstOrDefault(column => column.Name == name) ?? throw NoColumn(name, table);
            if (column is StringDataFrameColumn texts && value != TabularGenerator.Present && !texts.Contains(value))
                throw new ArgumentException($"--where must give '{name}' a value that occurs, but '{value}' does not.");
            if (!given.TryAdd(name, value)) throw new ArgumentException($"--where must give a column once, but gives '{name}' twice.");
        }
        return given;
    }

    private static ArgumentException NoColumn(string name, DataFrame table) =>
        new($"--where must name columns of the table, but '{name}' is none. The columns are: {string.Join(", ", table.Columns.Select(column => $"'{column.Name}'"))}.");

    [GeneratedRegex(",(?=[^,=]+=)")]
    private static partial Regex BetweenPairs();
}
