using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Training.Checkpoints;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>What a table is, column by column: a checkpoint goes on only with the same.</summary>
internal static class TableFacts
{
    public static IEnumerable<(string Name, string Value)> Of(Table table) => table.Columns
        .Select(column => ($"column '{column.Name}'", HashOf(column)))
        .Prepend(("the number of rows", table.RowCount.ToString(CultureInfo.InvariantCulture)));

    private static string HashOf(TableColumn column)
    {
        var type = $"{column.Schema.Value.GetType().Name} {column.Role}\n";
        var (texts, values) = column switch
        {
            NumberColumn numbers => ($"{numbers.Grid}", MemoryMarshal.AsBytes<double>(numbers.Points).ToArray()),
            CategoryColumn categories => (string.Join('\n', categories.Categories), MemoryMarshal.AsBytes<int>(categories.Codes).ToArray()),
            _ => ("", []),
        };
        return Facts.Hash<byte>([.. Encoding.UTF8.GetBytes(type + texts), .. values]);
    }
}
