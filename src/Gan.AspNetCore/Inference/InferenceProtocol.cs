namespace Gan.AspNetCore;

/// <summary>Marks endpoints whose refusals have the member <c>error</c> too, as the Open Inference Protocol wants it.</summary>
internal sealed class InferenceProtocol
{
    public static readonly InferenceProtocol Version2 = new();
}
