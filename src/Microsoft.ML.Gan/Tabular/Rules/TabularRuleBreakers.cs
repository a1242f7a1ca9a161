namespace Microsoft.ML.Gan;

/// <summary>What becomes of training rows that break a rule.</summary>
public enum TabularRuleBreakers
{
    /// <summary>The fit is refused, with the numbers of the first of them.</summary>
    Refuse,

    /// <summary>The fit learns from the other rows.</summary>
    LeaveOut,
}
