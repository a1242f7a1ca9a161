using Microsoft.Extensions.Logging;

namespace Gan.Serving;

/// <summary>The messages of the library.</summary>
internal static partial class ServingLog
{
    [LoggerMessage(1, LogLevel.Information, "Generator '{Generator}' was loaded from {Source}: {Bytes} bytes.")]
    public static partial void Loaded(ILogger log, string generator, object source, int bytes);

    [LoggerMessage(2, LogLevel.Error, "Generator '{Generator}' could not be loaded from {Source}: {Reason}")]
    public static partial void Refused(ILogger log, Exception refusal, string generator, object source, string reason);

    [LoggerMessage(3, LogLevel.Error, "Generator '{Generator}' goes on with the model that it has, since {Source} was refused: {Reason}")]
    public static partial void KeptOld(ILogger log, Exception refusal, string generator, object source, string reason);
}
