namespace Gan.Onnx;

/// <summary>The best of all latent vectors that were tried.</summary>
internal sealed class BestLatent(LatentErrors measure, int latentSize)
{
    private double[] _errors = [];

    public float[] Latent { get; private set; } = new float[latentSize];

    public double Error { get; private set; } = double.PositiveInfinity;

    /// <summary>Tries vectors, and gives their errors.</summary>
    public ReadOnlySpan<double> Try(ReadOnlySpan<float> latents)
    {
        var count = latents.Length / latentSize;
        if (_errors.Length < count) _errors = new double[count];
        var errors = _errors.AsSpan(0, count);
        measure(latents, errors);
        for (var i = 0; i < count; i++)
        {
            if (double.IsNaN(errors[i])) errors[i] = double.PositiveInfinity;
            if (errors[i] >= Error) continue;
            Error = errors[i];
            Latent = latents.Slice(i * latentSize, latentSize).ToArray();
        }
        return errors;
    }
}
