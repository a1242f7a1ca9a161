namespace Gan.Serving;

/// <summary>A request was refused, since as many as may wait were waiting. A server answers with status 503 or 429.</summary>
public sealed class GanOverloadException : Exception
{
    internal GanOverloadException(string generatorName, int queueLength)
        : base($"Generator '{generatorName}' must have fewer than {queueLength} waiting requests, but its queue is full. " +
            "Try again later, or set a greater QueueLength.")
    {
        GeneratorName = generatorName;
        QueueLength = queueLength;
    }

    /// <value>The name of the generator.</value>
    public string GeneratorName { get; }

    /// <value>The most requests that may wait for it.</value>
    public int QueueLength { get; }
}
