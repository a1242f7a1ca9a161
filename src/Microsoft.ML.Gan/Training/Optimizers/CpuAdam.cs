using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1) as one pass over the parameters' memory.</summary>
/// <remarks>A third of a small GAN's round goes to the optimiser when each of Adam's nine operations is a tensor call of its own.</remarks>
internal sealed class CpuAdam : IOptimizer
{
    // Is added to moments: those of units that no longer learn would decay into denormal numbers, which the CPU handles a hundred times slower.
    private static readonly Vector<float> Trace = new(1e-30f);

    private readonly IReadOnlyList<Tensor> _parameters;
    private readonly float[][] _firstMoments;
    private readonly float[][] _secondMoments;
    private readonly AdamSettings _settings;
    private int _step;

    public CpuAdam(IReadOnlyList<Parameter> parameters, AdamSettings settings)
    {
        _parameters = parameters;
        _firstMoments = [.. parameters.Select(parameter => new float[parameter.numel()])];
        _secondMoments = [.. parameters.Select(parameter => new float[parameter.numel()])];
        _settings = settings;
    }

    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        _step++;
        var rates = new Rates(
            (float)(_settings.LearningRate * rateFactor / (1 - Math.Pow(_settings.Beta1, _step))),
            (float)(1 / Math.Sqrt(1 - Math.Pow(_settings.Beta2, _step))), (float)_settings.Beta1, (float)_settings.Beta2);
        for (var i = 0; i < _parameters.Count; i++)
        {
            var gradient = gradients[i].is_contiguous() ? gradients[i] : gradients[i].contiguous();
            Update(_parameters[i].Floats(), gradient.Floats(), _firstMoments[i], _secondMoments[i], rates);
        }
    }

    public void Save(StateWriter to)
    {
        to.Write("step", _step);
        foreach (var (index, moments) in _firstMoments.Index()) to.Section("first").Write($"{index}", moments);
        foreach (var (index, moments) in _secondMoments.Index()) to.Section("second").Write($"{index}", moments);
    }

    public void Load(StateReader from)
    {
        _step = from.Read<int>("step");
        foreach (var (index, moments) in _firstMoments.Index()) from.Section("first").ReadInto($"{index}", moments);
        foreach (var (index, moments) in _secondMoments.Index()) from.Section("second").ReadInto($"{index}", moments);
    }

    public void Dispose()
    {
    }

    private static void Update(Span<float> parameter, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second, in Rates rates)
    {
        var vectors = parameter.Length - parameter.Length % Vector<float>.Count;
        Update(
            MemoryMarshal.Cast<float, Vector<float>>(parameter[..vectors]), MemoryMarshal.Cast<float, Vector<float>>(gradient[..vectors]),
            MemoryMarshal.Cast<float, Vector<float>>(first[..vectors]), MemoryMarshal.Cast<float, Vector<float>>(second[..vectors]), rates);
        if (vectors == parameter.Length) return;

        Span<Vector<float>> rest = stackalloc Vector<float>[4];       // the last elements, padded to one vector
        rest.Clear();
        var floats = MemoryMarshal.Cast<Vector<float>, float>(rest);
        var (count, lanes) = (parameter.Length - vectors, Vector<float>.Count);
        parameter[vectors..].CopyTo(floats);
        gradient[vectors..].CopyTo(floats[lanes..]);
        first[vectors..].CopyTo(floats[(2 * lanes)..]);
        second[vectors..].CopyTo(floats[(3 * lanes)..]);
        Update(rest[..1], rest[1..2], rest[2..3], rest[3..4], rates);
        floats[..count].CopyTo(parameter[vectors..]);
        floats.Slice(2 * lanes, count).CopyTo(first[vectors..]);
        floats.Slice(3 * lanes, count).CopyTo(second[vectors..]);
    }

    private static void Update(
        Span<Vector<float>> parameter, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> first, Span<Vector<float>> second, in Rates rates)
    {
        var (rate, correction) = (new Vector<float>(rates.Rate), new Vector<float>(rates.Correction));
        var (beta1, beta2) = (new Vector<float>(rates.Beta1), new Vector<float>(rates.Beta2));
        var epsilon = new Vector<float>((float)AdamSettings.Epsilon);
        for (var i = 0; i < parameter.Length; i++)
        {
            var g = gradient[i];
            var m = g + beta1 * (first[i] - g) + Trace;               // m ← β₁ m + (1 − β₁) g
            var v = g * g + beta2 * (second[i] - g * g) + Trace;      // v ← β₂ v + (1 − β₂) g²
            first[i] = m;
            second[i] = v;
            parameter[i] -= rate * m / (Vector.SquareRoot(v) * correction + epsilon);
        }
    }

    /// <summary>The numbers of one step: η / (1 − β₁ᵗ), 1 / √(1 − β₂ᵗ), β₁, β₂.</summary>
    private readonly record struct Rates(float Rate, float Correction, float Beta1, float Beta2);
}
