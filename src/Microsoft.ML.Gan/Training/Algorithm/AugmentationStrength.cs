using Microsoft.ML.Gan.Augmentation;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>The share p of images that are changed, as D's overfitting asks for: section 3 of Karras et al. (2020, ADA).</summary>
/// <remarks>
/// r_t = E[sign D(x)] over the training images of four steps (equation 1): 0 where D can't tell them, 1 where it knows each. p grows while r_t is
/// above its target and shrinks while it is below, from 0 to 1 at most, by as much in each step that the whole way takes a set number of images.
/// p stays on the device: nothing waits for it.
/// </remarks>
internal sealed class AugmentationStrength : IResumable, IDisposable
{
    private const int StepsPerChange = 4;

    private readonly AdaptiveAugmentation _augmentation;
    private readonly Tensor _share;                                   // p: (1, 1, 1, 1)
    private readonly Tensor _signs;                                   // the sum of the mean signs since the last change
    private long _steps;

    public AugmentationStrength(AdaptiveAugmentation augmentation, Device device)
    {
        _augmentation = augmentation;
        _share = zeros(1, 1, 1, 1, device: device).DetachFromDisposeScope();
        _signs = zeros(1, 1, 1, 1, device: device).DetachFromDisposeScope();
    }

    /// <value>p at this moment. Reading it waits for the device.</value>
    public double Share => _share.cpu().item<float>();

    /// <summary>T(x) for a share p of the rows, x for the others.</summary>
    public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform)
    {
        var isChanged = uniform([rows.shape[0], 1, 1, 1]).lt(_share);
        return where(isChanged, _augmentation.Apply(rows, uniform), rows);
    }

    /// <summary>Takes in what D says of the real rows of a step: (N, 1).</summary>
    public void Observe(Tensor realLogits)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _signs.copy_(_signs.Plus(realLogits.sign().mean()));
        if (++_steps % StepsPerChange != 0) return;
        var excess = _signs.Plus(-StepsPerChange * _augmentation.Target).sign();
        var change = (double)StepsPerChange * realLogits.shape[0] / _augmentation.ImagesToFull;
        _share.copy_(_share.Plus(excess.Times(change)).Clamp(0, 1));
        _signs.copy_(_signs.Times(0));
    }

    public void Save(StateWriter to)
    {
        to.Write("share", _share);
        to.Write("signs", _signs);
        to.Write("steps", _steps);
    }

    public void Load(StateReader from)
    {
        from.ReadInto("share", _share);
        from.ReadInto("signs", _signs);
        _steps = from.Read<long>("steps");
    }

    public void Dispose()
    {
        _share.Dispose();
        _signs.Dispose();
    }
}
