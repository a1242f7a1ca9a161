namespace Gan.Evaluation.Tables;

/// <summary>What the numbers of a column stand for.</summary>
internal enum NumericKind
{
    Number,

    /// <summary>The ticks of a date and time.</summary>
    DateTime,

    /// <summary>The ticks of a span of time.</summary>
    TimeSpan,
}
