namespace Gan.Onnx;

/// <summary>Vectors and images held against each other.</summary>
internal static class SampleDistance
{
    /// <summary>The root of the mean squared difference of two samples.</summary>
    public static double RootMeanSquare(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            var difference = (double)one[i] - other[i];
            sum += difference * difference;
        }
        return Math.Sqrt(sum / one.Length);
    }

    /// <summary>The mean of samples that stand one after the other.</summary>
    public static float[] Mean(ReadOnlySpan<float> samples, int size)
    {
        var sums = new double[size];
        for (var i = 0; i < samples.Length; i++) sums[i % size] += samples[i];
        var count = samples.Length / size;
        return Array.ConvertAll(sums, sum => (float)(sum / count));
    }
}
