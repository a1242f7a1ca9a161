using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Columns whose cells go together only as they do in the table: a town, its state and its country.</summary>
/// <param name="columns">The columns.</param>
/// <param name="seen">What goes together, if that is known; null where each row says so itself.</param>
internal sealed class CombinationsRule(IReadOnlyList<string> columns, IReadOnlySet<string>? seen = null) : TabularRule(columns)
{
    private const string Word = "combinations";
    private const char Between = '\u001f';

    internal override IEnumerable<RuleConstraint> Constraints => [new JoinedColumns(ColumnNames)];

    public static CombinationsRule? TryParse(string text) =>
        RuleText.After(Word, text) is { } rest && RuleText.List(rest) is { Count: > 1 } names ? new(names) : null;

    public override string ToString() => $"{Word}: {RuleText.Names(ColumnNames)}";

    internal override RuleCheck On(DataViewRow row)
    {
        if (seen is null) return new(() => true);
        var cells = Cells(row);
        return new(() => seen.Contains(KeyOf(cells)));
    }

    internal override TabularRule SeenIn(IDataView table)
    {
        using var cursor = table.GetRowCursor(ColumnNames.Select(name => table.Schema[name]));
        var cells = Cells(cursor);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (cursor.MoveNext()) keys.Add(KeyOf(cells));
        return new CombinationsRule(ColumnNames, keys);
    }

    private Func<string>[] Cells(DataViewRow row) => [.. ColumnNames.Select(name => RuleCells.Texts(row, name))];

    private static string KeyOf(Func<string>[] cells) => string.Join(Between, cells.Select(cell => cell()));
}
