using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>What is lost of a table before it is learnt, as warnings of ML.NET's log.</summary>
internal static class TabularWarnings
{
    private const double ManyRows = 0.05;

    private static string Example(TabularIdentifier column, int seed)
    {
        var maker = new IdentifierMaker(column, seed);
        return column.Type == TabularValueType.Text ? maker.Text(0) : maker.Number(0).ToString(CultureInfo.InvariantCulture);
    }

    private static string Sampled(int count, TableSample table) => string.Create(
        CultureInfo.InvariantCulture,
        $"The table has {table.Rows:N0} rows, of which a uniform sample of {count:N0} is trained on: more do not fit into ") +
        $"{nameof(TabularGanTrainer.Options.MemoryLimit)}. Categories were counted in all rows" +
        (table.RankError is not { } error ? ". " : string.Create(
            CultureInfo.InvariantCulture, $", and numbers sketched: a rank among all is off by at most {error:P3}, at a chance of 1 %. ")) +
        $"Raise {nameof(TabularGanTrainer.Options.MemoryLimit)} to train on more.";

    public static IEnumerable<string> Of(EncodedRows rows, TabularGanTrainer.Options options)
    {
        if (rows.Sample is { } table) yield return Sampled(rows.Count, table);
        foreach (var column in rows.Schema.Identifiers.Where(column => column.IsFound))
        {
            var looks = column.Personal is { } kind
                ? $"looks like personal data ({kind}), and most of its values are in few rows"
                : "looks as if it named rows: hardly any of its values occurs twice";
            yield return $"Column '{column.Name}' {looks}. It is not learnt, but made anew, as '{Example(column, options.Seed)}'. " +
                (column.Personal is null ? "" : "TabularGenerator.PersonalData can make it look real. ") +
                "To learn it all the same, give it another role in ColumnRoles, such as " +
                $"{(column.Type == TabularValueType.Text ? TabularColumnRole.Categorical : TabularColumnRole.Integer)}.";
        }
        foreach (var column in rows.Schema.Columns.OfType<EmptyForm>())
        {
            var values = column.Rare.Count == 0 ? "no value in any" : $"a value in fewer than {options.MinimumCategoryRows}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Column '{column.Name}' has {values} of its {rows.Count:N0} rows: its cells are missing in samples, too. ") +
                "Leave it out by naming the others in ColumnNames.";
        }
        foreach (var column in rows.Schema.Columns.Where(column => column is not EmptyForm && column.Rare.Share > ManyRows))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Column '{column.Name}' has {column.Rare.Count:N0} categories of fewer than {options.MinimumCategoryRows} rows each, in ") +
                string.Create(CultureInfo.InvariantCulture, $"{column.Rare.Share:P0} of the rows: those rows are learnt with other categories. ") +
                "Set MinimumCategoryRows lower to keep rarer ones, of which one may be of one person alone.";
        }
    }
}
