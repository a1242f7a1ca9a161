namespace Gan.Serving;

/// <summary>Options of a <see cref="TabularGanGenerator"/>.</summary>
public sealed class TabularGanGeneratorOptions : ServingOptions;
