namespace Gan.AspNetCore;

/// <summary>What <c>GET /model</c> says of a column that names rows.</summary>
/// <param name="Name">The column's name in the training table.</param>
/// <param name="Type">The type of its cells.</param>
/// <param name="Personal">What personal data it holds; null for none.</param>
internal sealed record IdentifierDescription(string Name, string Type, string? Personal);
