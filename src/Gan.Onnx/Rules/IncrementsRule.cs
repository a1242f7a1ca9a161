using System.Globalization;
using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Numbers that are a start and whole steps: prices in quarters.</summary>
internal sealed class IncrementsRule(string column, decimal step, decimal start) : TabularRule([column])
{
    private const string Word = "increments";

    private protected override bool ComparesNumbers => true;

    internal override IEnumerable<RuleConstraint> Constraints => [new ColumnStep(column, step, start)];

    /// <summary>Reads <c>increments: price by 0.25 from 0.10</c>; null for another text.</summary>
    public static IncrementsRule? TryParse(string text)
    {
        if (RuleText.After(Word, text) is not { } rest) return null;
        var (parts, signs) = RuleText.Split(rest, " by ", " from ");
        if (signs is not ([" by "] or [" by ", " from "]) || !TryRead(parts[1], out var step) || step <= 0) return null;
        var start = 0m;
        return signs.Count == 1 || TryRead(parts[2], out start) ? new(RuleText.Unquoted(parts[0]), step, start) : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Word}: {RuleText.Name(column)} by {step}")
        + (start == 0 ? "" : FormattableString.Invariant($" from {start}"));

    internal override RuleCheck On(DataViewRow row)
    {
        var cell = RuleCells.Numbers(row, column);
        return new(() => cell() is not { } number || (number - start) % step == 0);
    }

    internal override IEnumerable<string> Problems(DataViewSchema schema)
    {
        foreach (var problem in base.Problems(schema)) yield return problem;
        if (schema.GetColumnOrNull(column) is { } own && TabularValues.Of(own) is { IsDate: true } value)
            yield return $"Column '{column}' of the rule '{this}' must be of numbers, but is {value.Type}. "
                + "Leave the rule out: steps of dates are found.";
    }

    private static bool TryRead(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
