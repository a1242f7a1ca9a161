using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Moves parameters by the means of all ranks' gradients: as one rank with all their rows would, up to rounding.</summary>
internal sealed class MeanGradients(IOptimizer optimizer, Ranks ranks) : IOptimizer
{
    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        using var scope = NewDisposeScope();
        optimizer.Step(ranks.Mean(gradients), rateFactor);
    }

    public void Save(StateWriter to) => optimizer.Save(to);

    public void Load(StateReader from) => optimizer.Load(from);

    public void Dispose() => optimizer.Dispose();
}
