namespace Gan.Onnx;

/// <summary>The (μ/μ_w, λ) evolution strategy with cumulative step-size adaptation: a local search that needs no gradient.</summary>
/// <remarks>
/// <para>
/// Hansen and Ostermeier, "Completely derandomized self-adaptation in evolution strategies" (2001); the constants are of Hansen, "The CMA evolution
/// strategy: a tutorial" (2016). Each step draws λ vectors x = m + σ ε, ε ~ N(0, I), and moves m to the weighted mean of the better half.
/// </para>
/// <para>
/// The step size σ grows while steps go the same way, p longer than a random walk's, and shrinks where they cancel out, near the minimum.
/// </para>
/// </remarks>
internal sealed class EvolutionStrategy
{
    private const double FirstStepSize = 0.5, GreatestStepSize = 1;         // the components of a prior are about 1
    private const double GreatestNormal = 4;        // one component of a normal prior in 16,000 is beyond it

    private readonly int _size;
    private readonly double _greatest;              // where the prior ends
    private readonly LatentSource _noise;
    private readonly double[] _weights;             // of the better half, the best first
    private readonly double _effectiveParents;      // μ_eff
    private readonly double _pathRate;              // c_σ
    private readonly double _damping;               // d_σ
    private readonly double _randomLength;          // E|N(0, I)|
    private readonly double[] _mean;                // m
    private readonly double[] _path;                // p_σ
    private readonly float[] _draws;                // ε, (λ, n)
    private readonly float[] _offspring;            // x, (λ, n)
    private readonly int[] _order;
    private double _stepSize = FirstStepSize;       // σ
    private long _drawn;

    public EvolutionStrategy(ReadOnlySpan<float> start, LatentPrior prior, int offspring, int seed)
    {
        _size = start.Length;
        _greatest = prior == LatentPrior.Normal ? GreatestNormal : 1;
        _noise = new LatentSource(seed, _size, LatentPrior.Normal, LatentStream.Step);
        var parents = offspring / 2;
        double[] weights = [.. Enumerable.Range(1, parents).Select(rank => Math.Log(parents + 0.5) - Math.Log(rank))];
        _weights = Array.ConvertAll(weights, weight => weight / weights.Sum());
        _effectiveParents = 1 / _weights.Sum(weight => weight * weight);
        _pathRate = (_effectiveParents + 2) / (_size + _effectiveParents + 5);
        _damping = 1 + _pathRate + 2 * Math.Max(0, Math.Sqrt((_effectiveParents - 1) / (_size + 1)) - 1);
        _randomLength = Math.Sqrt(_size) * (1 - 1 / (4.0 * _size) + 1 / (21.0 * _size * _size));
        _mean = new double[_size];
        for (var i = 0; i < _size; i++) _mean[i] = start[i];
        _path = new double[_size];
        _draws = new float[checked(offspring * _size)];
        _offspring = new float[_draws.Length];
        _order = new int[offspring];
    }

    public void Step(BestLatent best)
    {
        TruncatedLatents.Fill(_noise, _drawn, float.PositiveInfinity, _draws);
        _drawn += _order.Length;
        for (var i = 0; i < _draws.Length; i++) _offspring[i] = Within(_mean[i % _size] + _stepSize * _draws[i]);
        var errors = best.Try(_offspring);
        for (var i = 0; i < _order.Length; i++) _order[i] = i;
        errors.ToArray().AsSpan().Sort(_order);
        var length = 0.0;
        for (var i = 0; i < _size; i++)
        {
            var step = 0.0;
            for (var rank = 0; rank < _weights.Length; rank++) step += _weights[rank] * _draws[_order[rank] * _size + i];
            _mean[i] = Within(_mean[i] + _stepSize * step);
            _path[i] = (1 - _pathRate) * _path[i] + Math.Sqrt(_pathRate * (2 - _pathRate) * _effectiveParents) * step;
            length += _path[i] * _path[i];
        }
        _stepSize *= Math.Exp(_pathRate / _damping * (Math.Sqrt(length) / _randomLength - 1));
        _stepSize = Math.Min(_stepSize, GreatestStepSize);
    }

    private float Within(double component) => (float)Math.Clamp(component, -_greatest, _greatest);
}
