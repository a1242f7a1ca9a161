using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>Digits of seven segments, learnt by a DCGAN: each of the ten is made, and most images are like one of them.</summary>
internal static class DigitQuality
{
    private const double LeastLikeness = 0.9, LeastShare = 0.8;

    public static Outcome Check(CheckedDevice device)
    {
        var options = new GanTrainer.Options { Device = device.Option, MaxRounds = device.Rounds(2000, 10), Seed = 1 };
        using var gan = Data.MLContext.Gan().Train(options).Fit(Data.Digits());
        float[][] images = [.. gan.Generator.Sample(500).GetColumn<float[]>("Sample")];
        var found = images.Select(image => Enumerable.Range(0, 10).Select(digit => (Digit: digit, Likeness: Likeness(image, Data.Digit(digit))))
            .MaxBy(pair => pair.Likeness)).Where(pair => pair.Likeness >= LeastLikeness).ToList();
        var kinds = found.Select(pair => pair.Digit).Distinct().Count();
        var words = $"{kinds} of 10 digits, {(double)found.Count / images.Length:P0} of the images like one";
        return device.IsShort
            ? Outcome.Of(images.All(image => image.All(float.IsFinite)), $"{words}; after {options.MaxRounds} rounds it must only be finite")
            : Outcome.Of(kinds == 10 && found.Count >= LeastShare * images.Length, $"{words}; all and {LeastShare:P0} wanted");
    }

    /// <summary>The cosine of two images.</summary>
    private static double Likeness(float[] x, float[] y)
    {
        double Product(float[] a, float[] b) => a.Zip(b, (p, q) => (double)p * q).Sum();
        return Product(x, y) / Math.Sqrt(Product(x, x) * Product(y, y) + 1e-9);
    }
}
