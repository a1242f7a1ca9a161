using Gan.Onnx.Rules;

namespace Gan.Onnx;

/// <summary>What a tabular generator's manifest says of a rule that its rows keep.</summary>
internal sealed record TabularRuleText
{
    /// <value>The rule's text.</value>
    public required string Text { get; init; }

    /// <value>How the rows keep it.</value>
    public RuleKeeping Kept { get; init; }
}
