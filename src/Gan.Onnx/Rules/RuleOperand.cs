namespace Gan.Onnx.Rules;

/// <summary>One side of a comparison: a column or a constant.</summary>
/// <param name="Column">The column's name; null for a constant.</param>
/// <param name="Constant">The constant; null for a column.</param>
internal sealed record RuleOperand(string? Column, RuleConstant? Constant)
{
    public static RuleOperand Parse(string part) =>
        RuleConstant.IsOne(part) ? new(null, new RuleConstant(part)) : new(RuleText.Unquoted(part), null);

    public override string ToString() => Constant?.Text ?? RuleText.Name(Column!);
}
