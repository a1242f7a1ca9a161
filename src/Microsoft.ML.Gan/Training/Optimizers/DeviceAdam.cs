using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1) for parameters on a device: moments side by side, so that few calls move all of them.</summary>
/// <remarks>Its state has the form of <see cref="CpuAdam"/>'s: a fit of one device goes on with another.</remarks>
internal sealed class DeviceAdam(IReadOnlyList<Parameter> parameters, AdamSettings settings) : IOptimizer
{
    private const string StepName = "step", FirstName = "first", SecondName = "second";

    private readonly FlatTensors _first = FlatTensors.ZerosLike(parameters);
    private readonly FlatTensors _second = FlatTensors.ZerosLike(parameters);
    private int _step;

    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _step++;
        var correction = 1 / Math.Sqrt(1 - Math.Pow(settings.Beta2, _step));
        using Scalar beta1 = settings.Beta1.ToScalar(), rest1 = (1 - settings.Beta1).ToScalar();
        using Scalar beta2 = settings.Beta2.ToScalar(), rest2 = (1 - settings.Beta2).ToScalar();
        using var change = (-settings.LearningRate * rateFactor / (1 - Math.Pow(settings.Beta1, _step))).ToScalar();

        var g = FlatTensors.Join(gradients);
        var m = _first.All.mul_(beta1).add_(g, rest1);                // m ← β₁ m + (1 − β₁) g
        var v = _second.All.mul_(beta2).addcmul_(g, g, rest2);        // v ← β₂ v + (1 − β₂) g²
        var direction = m / v.sqrt().Times(correction).Plus(AdamSettings.Epsilon);
        var position = 0L;
        foreach (var parameter in parameters)
        {
            parameter.add_(direction.narrow(0, position, parameter.numel()).view(parameter.shape), change);
            position += parameter.numel();
        }
    }

    public void Save(StateWriter to)
    {
        using var scope = NewDisposeScope();
        to.Write(StepName, _step);
        to.Write(FirstName, _first.Parts.Select(part => part.view(-1)));
        to.Write(SecondName, _second.Parts.Select(part => part.view(-1)));
    }

    public void Load(StateReader from)
    {
        _step = from.Read<int>(StepName);
        from.ReadInto(FirstName, _first.Parts);
        from.ReadInto(SecondName, _second.Parts);
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
