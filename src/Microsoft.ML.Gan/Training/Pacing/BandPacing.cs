namespace Microsoft.ML.Gan.Training.Pacing;

/// <summary>Moves the steps by one, at each report, towards a band of the discriminator's accuracy.</summary>
internal sealed class BandPacing(double low, double high, int mostSteps) : IGanPacing
{
    public string Name => $"accuracy {low} to {high}";

    public GanPace First => new(1);

    public GanPace Next(GanPace current, double discriminatorAccuracy)
    {
        if (discriminatorAccuracy < low) return current.GeneratorSteps > 1 ? Generator(current, -1) : Discriminator(current, +1);
        if (discriminatorAccuracy > high) return current.DiscriminatorSteps > 1 ? Discriminator(current, -1) : Generator(current, +1);
        return current;
    }

    private GanPace Discriminator(GanPace pace, int change) =>
        pace with { DiscriminatorSteps = Math.Min(mostSteps, pace.DiscriminatorSteps + change) };

    private GanPace Generator(GanPace pace, int change) => pace with { GeneratorSteps = Math.Min(mostSteps, pace.GeneratorSteps + change) };
}
