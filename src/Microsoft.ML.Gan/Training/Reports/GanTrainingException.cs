namespace Microsoft.ML.Gan;

/// <summary>Training diverged: a loss has left all bounds, or is no longer a number.</summary>
public sealed class GanTrainingException : Exception
{
    /// <summary>Makes the exception.</summary>
    public GanTrainingException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to change.</param>
    public GanTrainingException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public GanTrainingException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
