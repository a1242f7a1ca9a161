using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Moves parameters by their gradients.</summary>
internal interface IOptimizer : IResumable, IDisposable
{
    /// <summary>One update.</summary>
    /// <param name="gradients">The gradient of each parameter, in the order in which the parameters were given.</param>
    /// <param name="rateFactor">What the learning rate is multiplied by in this update.</param>
    void Step(IReadOnlyList<Tensor> gradients, double rateFactor);
}
