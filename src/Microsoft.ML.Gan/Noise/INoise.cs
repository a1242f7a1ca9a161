using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>Random numbers that follow a fit's seed, on its device.</summary>
/// <remarks>What a penalty draws from torch's global generator instead makes its fit impossible to repeat.</remarks>
public interface INoise
{
    /// <summary>Independent draws from U[0, 1).</summary>
    /// <param name="shape">The tensor's dimensions.</param>
    Tensor Uniform(params long[] shape);

    /// <summary>Independent draws from N(0, 1).</summary>
    /// <param name="shape">The tensor's dimensions.</param>
    Tensor Normal(params long[] shape);
}
