namespace Gan.Onnx.Rules;

/// <summary>What a rule is to columns, for what makes rows: the few kinds that rules are made of.</summary>
internal abstract record RuleConstraint;

/// <summary>The columns' cells go together only as they do in the table.</summary>
/// <param name="Columns">The columns.</param>
internal sealed record JoinedColumns(IReadOnlyList<string> Columns) : RuleConstraint;

/// <summary>A number is at most another one of its row.</summary>
/// <param name="Lesser">The column of the one.</param>
/// <param name="Greater">The column of the other.</param>
/// <param name="IsStrict">Whether they may not be equal.</param>
internal sealed record ColumnOrder(string Lesser, string Greater, bool IsStrict) : RuleConstraint;

/// <summary>A number is at most, or at least, a constant.</summary>
/// <param name="Column">The column.</param>
/// <param name="Constant">The constant.</param>
/// <param name="IsGreatest">Whether it is the greatest, and not the least.</param>
/// <param name="IsStrict">Whether the number may not be equal to it.</param>
internal sealed record ColumnLimit(string Column, RuleConstant Constant, bool IsGreatest, bool IsStrict) : RuleConstraint;

/// <summary>A number is a start and whole steps.</summary>
/// <param name="Column">The column.</param>
/// <param name="Step">The step.</param>
/// <param name="Start">The start.</param>
internal sealed record ColumnStep(string Column, decimal Step, decimal Start) : RuleConstraint;

/// <summary>A number is the sum of others, of which a missing one counts as 0.</summary>
/// <param name="Total">The column of the sum.</param>
/// <param name="Parts">The columns of the others.</param>
internal sealed record ColumnSum(string Total, IReadOnlyList<string> Parts) : RuleConstraint;
