using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>The settings of Adam (Kingma and Ba 2015, algorithm 1): η, β₁, β₂.</summary>
internal sealed record AdamSettings(double LearningRate, double Beta1, double Beta2)
{
    /// <summary>ε.</summary>
    public const double Epsilon = 1e-8;

    /// <summary>The optimiser of parameters that are on a device.</summary>
    public IOptimizer Create(IReadOnlyList<Parameter> parameters, Device device) =>
        device.type == DeviceType.CPU ? new CpuAdam(parameters, this) : new DeviceAdam(parameters, this);
}
