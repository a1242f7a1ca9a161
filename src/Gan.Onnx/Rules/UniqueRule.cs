using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Columns whose cells, all together, no two rows have: kept over the rows of a seed, from the first, by drawing again.</summary>
internal sealed class UniqueRule(IReadOnlyList<string> columns) : TabularRule(columns)
{
    private const string Word = "unique";
    private const char Between = '\u001f';

    internal override RuleKeeping Keeping => RuleKeeping.Sample;

    public static UniqueRule? TryParse(string text) =>
        RuleText.After(Word, text) is { Length: > 0 } rest ? new(RuleText.List(rest)) : null;

    public override string ToString() => $"{Word}: {RuleText.Names(ColumnNames)}";

    internal override RuleCheck On(DataViewRow row)
    {
        var cells = ColumnNames.Select(name => RuleCells.Texts(row, name)).ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new(() => Key() is not { } key || !taken.Contains(key), () =>
        {
            if (Key() is { } key) taken.Add(key);
        });

        string? Key()
        {
            var texts = Array.ConvertAll(cells, cell => cell());
            return texts.Contains("") ? null : string.Join(Between, texts);
        }
    }
}
