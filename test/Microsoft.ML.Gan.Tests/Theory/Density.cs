using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>A mixture of normal distributions on the line: its density is known, and samples can be drawn from it.</summary>
internal sealed class Density(params Density.Component[] components)
{
    public static Density Normal(double mean, double deviation) => new(new Component(1, mean, deviation));

    /// <summary>p(x).</summary>
    public double At(double x) => components.Sum(component => component.Weight * component.At(x));

    /// <summary>x ~ p: (count, 1).</summary>
    public Tensor Sample(long count)
    {
        var chosen = multinomial(tensor(Column(component => component.Weight)), count, replacement: true);
        var (means, deviations) = (tensor(Column(component => component.Mean)), tensor(Column(component => component.Deviation)));
        return (means[chosen] + deviations[chosen] * randn(count)).unsqueeze(1);
    }

    private float[] Column(Func<Component, double> value) => Array.ConvertAll(components, component => (float)value(component));

    internal sealed record Component(double Weight, double Mean, double Deviation)
    {
        public double At(double x) => Math.Exp(-0.5 * Math.Pow((x - Mean) / Deviation, 2)) / (Deviation * Math.Sqrt(2 * Math.PI));
    }
}
