using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Warns, once each, of the two ways in which a GAN fails without a number going wrong.</summary>
internal sealed class TrainingWatch : IResumable
{
    private const double CollapsedDiversity = 0.2;
    private const double VanishedSignal = 0.01;
    private const double SureDiscriminator = 0.99;
    private const double FirstShare = 0.1;              // of the fit: a generator starts with narrow samples, and a discriminator with easy ones
    private const int InARow = 3;

    private int _collapsed;
    private int _vanished;

    /// <summary>Takes in a report; gives the warnings that it is time for.</summary>
    public IEnumerable<string> Look(GanProgress progress)
    {
        if (progress.Fraction < FirstShare) yield break;
        var report = progress.Report;
        _collapsed = Count(_collapsed, report.Diversity < CollapsedDiversity);
        _vanished = Count(_vanished, report.GeneratorSignal < VanishedSignal && report.DiscriminatorAccuracy > SureDiscriminator);
        if (_collapsed == InARow)
        {
            yield return $"Round {report.Round:N0}: the generator may have collapsed to few modes: " +
                $"its samples spread {report.Diversity:P0} as far as the real rows. " +
                "Raise the penalty (GanRegularizers.R1), pack samples (PackSize) or lower GeneratorLearningRate.";
        }
        if (_vanished == InARow)
        {
            yield return $"Round {report.Round:N0}: the generator's gradient has vanished: " +
                $"the discriminator tells {report.DiscriminatorAccuracy:P0} of the pairs apart " +
                $"and {report.GeneratorSignal:P2} of its slope reaches the generator. " +
                "Use GanLosses.NonSaturating, add a penalty (GanRegularizers.R1) or lower DiscriminatorLearningRate.";
        }
    }

    public void Save(StateWriter to)
    {
        to.Write("collapsed", _collapsed);
        to.Write("vanished", _vanished);
    }

    public void Load(StateReader from)
    {
        _collapsed = from.Read<int>("collapsed");
        _vanished = from.Read<int>("vanished");
    }

    /// <summary>How many reports in a row; once past the warning, never again.</summary>
    private static int Count(int before, bool isSo) => before >= InARow ? InARow + 1 : isSo ? before + 1 : 0;
}
