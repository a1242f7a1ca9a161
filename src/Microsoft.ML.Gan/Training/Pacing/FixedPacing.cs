namespace Microsoft.ML.Gan.Training.Pacing;

/// <summary>The same number of discriminator steps in every round.</summary>
internal sealed class FixedPacing(int discriminatorSteps) : IGanPacing
{
    public string Name => $"k = {discriminatorSteps}";

    public GanPace First => new(discriminatorSteps);

    public GanPace Next(GanPace current, double discriminatorAccuracy) => current;
}
