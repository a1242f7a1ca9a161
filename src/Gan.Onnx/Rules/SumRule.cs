using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>A total that is the sum of its parts, of which a missing one counts as 0.</summary>
internal sealed class SumRule(string total, IReadOnlyList<string> parts) : TabularRule([total, .. parts])
{
    private protected override bool ComparesNumbers => true;

    internal override IEnumerable<RuleConstraint> Constraints => [new ColumnSum(total, parts)];

    /// <summary>Reads <c>total = net + tax</c>; null for another text.</summary>
    public static SumRule? TryParse(string text)
    {
        var (sides, signs) = RuleText.Split(text, "=");
        if (signs.Count != 1 || sides[0].Length == 0) return null;
        var parts = RuleText.Split(sides[1], "+").Parts;
        return parts.Count > 1 && parts.All(part => part.Length > 0)
            ? new(RuleText.Unquoted(sides[0]), [.. parts.Select(RuleText.Unquoted)])
            : null;
    }

    public override string ToString() => $"{RuleText.Name(total)} = {string.Join(" + ", parts.Select(RuleText.Name))}";

    internal override RuleCheck On(DataViewRow row)
    {
        var (whole, cells) = (RuleCells.Numbers(row, total), parts.Select(name => RuleCells.Numbers(row, name)).ToArray());
        var error = ColumnNames.Max(name => RuleCells.ErrorOf(row.Schema, name));
        return new(() =>
        {
            if (whole() is not { } written) return true;
            var (sum, size) = (0.0, Math.Abs((double)written));
            var exact = 0m;
            foreach (var cell in cells)
            {
                var part = cell() ?? 0;
                sum += (double)part;
                size += Math.Abs((double)part);
                if (size < 1e27) exact += part;
            }
            return size < 1e27 ? Math.Abs(exact - written) <= error * (decimal)size : Math.Abs(sum - (double)written) <= 1e-6 * size;
        });
    }

    internal override IEnumerable<string> Problems(DataViewSchema schema)
    {
        if (ColumnNames.Count != parts.Count + 1) yield return $"The rule '{this}' must name each column once. Leave out what is named twice.";
        foreach (var problem in base.Problems(schema)) yield return problem;
        if (schema.GetColumnOrNull(total) is { } own && TabularValues.Of(own) is DateTimeValue or DateTimeOffsetValue)
            yield return $"Column '{total}' of the rule '{this}' must be of numbers or spans of time, but has dates. Leave the rule out.";
    }
}
