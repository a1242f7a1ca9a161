using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Columns of which exactly one is 1, or true, and the others are 0.</summary>
internal sealed class OneHotRule(IReadOnlyList<string> columns) : TabularRule(columns)
{
    private const string Word = "one-hot";

    internal override IEnumerable<RuleConstraint> Constraints => [new JoinedColumns(ColumnNames)];

    public static OneHotRule? TryParse(string text) =>
        RuleText.After(Word, text) is { } rest && RuleText.List(rest) is { Count: > 1 } names ? new(names) : null;

    public override string ToString() => $"{Word}: {RuleText.Names(ColumnNames)}";

    internal override RuleCheck On(DataViewRow row)
    {
        var cells = ColumnNames.Select(name => RuleCells.Texts(row, name)).ToArray();
        return new(() =>
        {
            var ones = 0;
            foreach (var cell in cells)
            {
                var text = cell();
                if (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase)) ones++;
                else if (text != "0" && !text.Equals("false", StringComparison.OrdinalIgnoreCase)) return false;
            }
            return ones == 1;
        });
    }
}
