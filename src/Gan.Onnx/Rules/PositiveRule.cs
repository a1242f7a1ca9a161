using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Numbers greater than 0.</summary>
internal sealed class PositiveRule(string column) : TabularRule([column])
{
    private const string Word = "positive";

    private protected override bool ComparesNumbers => true;

    internal override IEnumerable<RuleConstraint> Constraints => [new ColumnLimit(column, new RuleConstant("0"), IsGreatest: false, IsStrict: true)];

    public static PositiveRule? TryParse(string text) =>
        RuleText.After(Word, text) is { } rest && RuleText.List(rest) is [{ Length: > 0 } name] ? new(name) : null;

    public override string ToString() => $"{Word}: {RuleText.Name(column)}";

    internal override RuleCheck On(DataViewRow row)
    {
        var cell = RuleCells.Numbers(row, column);
        return new(() => cell() is not <= 0);
    }

    internal override IEnumerable<string> Problems(DataViewSchema schema)
    {
        foreach (var problem in base.Problems(schema)) yield return problem;
        if (schema.GetColumnOrNull(column) is { } own && TabularValues.Of(own) is DateTimeValue or DateTimeOffsetValue)
            yield return $"Column '{column}' of the rule '{this}' must be of numbers or spans of time, but has dates. Compare it with a date.";
    }
}
