namespace Gan.Serving;

/// <summary>Options of a <see cref="GanGenerator"/>.</summary>
public sealed class GanGeneratorOptions : ServingOptions;
