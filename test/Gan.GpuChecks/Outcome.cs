namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>What came of a check, and in which words it is told.</summary>
internal sealed record Outcome(OutcomeKind Kind, string Words)
{
    public static Outcome Of(bool isRight, string words) => new(isRight ? OutcomeKind.Pass : OutcomeKind.Fail, words);

    public static Outcome Fail(string words) => new(OutcomeKind.Fail, words);

    public static Outcome Skip(string words) => new(OutcomeKind.Skip, words);
}
