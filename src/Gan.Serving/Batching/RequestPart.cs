namespace Gan.Serving;

/// <summary>The next rows of a request, for one run.</summary>
/// <param name="Request">The request.</param>
/// <param name="Rows">How many of its rows.</param>
internal readonly record struct RequestPart(SamplingRequest Request, int Rows);
