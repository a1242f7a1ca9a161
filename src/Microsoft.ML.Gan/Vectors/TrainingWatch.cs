using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Warns of the two ways in which a GAN fails without a number going wrong, and says when it has recovered.</summary>
internal sealed class TrainingWatch : IResumable
{
    private const double CollapsedDiversity = 0.2;
    private const double RecoveredDiversity = 0.4;
    private const double VanishedSignal = 0.01;
    private const double RecoveredSignal = 0.02;
    private const double SureDiscriminator = 0.99;

    // A generator starts with narrow samples, and a discriminator with easy ones: images spread out in their first 60 to 100 rounds
    private const double FirstShare = 0.1;
    private const int FirstRound = 100;

    private readonly Alarm _collapse = new();
    private readonly Alarm _vanishing = new();

    /// <summary>Takes in a report; gives the messages that it is time for.</summary>
    public IEnumerable<string> Look(GanProgress progress)
    {
        var report = progress.Report;
        if (progress.Fraction < FirstShare || report.Round < FirstRound) yield break;
        var isCollapsed = _collapse.Look(report.Diversity < CollapsedDiversity, report.Diversity > RecoveredDiversity);
        var isVanished = _vanishing.Look(
            report.GeneratorSignal < VanishedSignal && report.DiscriminatorAccuracy > SureDiscriminator, report.GeneratorSignal > RecoveredSignal);
        if (isCollapsed == true)
        {
            yield return $"Round {report.Round:N0}: the generator may have collapsed to few modes: " +
                $"its samples spread {report.Diversity:P0} as far as the real rows. " +
                "Raise the penalty (GanRegularizers.R1), pack samples (PackSize) or lower GeneratorLearningRate.";
        }
        if (isCollapsed == false)
            yield return $"Round {report.Round:N0}: the generator has recovered: its samples spread {report.Diversity:P0} as far as the real rows.";
        if (isVanished == true)
        {
            yield return $"Round {report.Round:N0}: the generator's gradient has vanished: " +
                $"the discriminator tells {report.DiscriminatorAccuracy:P0} of the pairs apart " +
                $"and {report.GeneratorSignal:P2} of its slope reaches the generator. " +
                "Use GanLosses.NonSaturating, add a penalty (GanRegularizers.R1) or lower DiscriminatorLearningRate.";
        }
        if (isVanished == false)
        {
            yield return $"Round {report.Round:N0}: the generator's gradient is back: " +
                $"{report.GeneratorSignal:P2} of the discriminator's slope reaches the generator.";
        }
    }

    public void Save(StateWriter to)
    {
        to.Write("collapse", _collapse);
        to.Write("vanishing", _vanishing);
    }

    public void Load(StateReader from)
    {
        from.Read("collapse", _collapse);
        from.Read("vanishing", _vanishing);
    }
}
