namespace Gan.Tool.Evaluation;

/// <summary>How the generated images of one class do.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Recognised">How many the judge takes for that class; null without classes.</param>
/// <param name="Variety">
/// The mean distance between two of them, by that between two real ones: about 1 is as varied, near 0 is always the same image.
/// </param>
internal sealed record ClassQuality(string ClassName, int? Recognised, double Variety);
