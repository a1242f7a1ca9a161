namespace Gan.AspNetCore;

/// <summary>What requests must keep to.</summary>
/// <param name="Rows">The most rows of one answer.</param>
/// <param name="Images">The most images of one picture.</param>
/// <param name="BodyBytes">The most bytes of a request's body.</param>
/// <param name="Seconds">The longest time of a request.</param>
internal sealed record RequestLimits(int Rows, int Images, long BodyBytes, double Seconds);
