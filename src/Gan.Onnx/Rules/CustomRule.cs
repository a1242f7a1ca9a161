using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>A predicate of one's own: rows that break it are drawn again.</summary>
internal sealed class CustomRule(string name, Predicate<TabularRow> predicate) : TabularRule([])
{
    internal override RuleKeeping Keeping => RuleKeeping.Program;

    public override string ToString() => $"custom: {name}";

    internal override RuleCheck On(DataViewRow row)
    {
        var cells = new TabularRow(row);
        return new(() => predicate(cells));
    }
}
