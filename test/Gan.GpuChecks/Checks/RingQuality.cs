using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>A ring of eight modes, learnt by the defaults: all modes, and most points within ten standard deviations of one.</summary>
internal static class RingQuality
{
    private const double Near = 0.1, LeastShare = 0.9;

    public static Outcome Check(CheckedDevice device)
    {
        var options = new GanTrainer.Options { Device = device.Option, MaxRounds = device.Rounds(3000, 100), Seed = 1 };
        using var gan = Data.MLContext.Gan().Train(options).Fit(Data.Ring());
        float[][] points = [.. gan.Generator.Sample(2000).GetColumn<float[]>("Sample")];
        var good = points.Where(point => Distance(point) < Near).ToList();
        var modes = good.Select(Mode).Distinct().Count();
        var words = $"{modes} of {Data.Modes} modes, {(double)good.Count / points.Length:P0} of the points near one";
        return device.IsShort
            ? Outcome.Of(points.All(point => point.All(float.IsFinite)), $"{words}; after {options.MaxRounds} rounds it must only be finite")
            : Outcome.Of(modes == Data.Modes && good.Count >= LeastShare * points.Length, $"{words}; all and {LeastShare:P0} wanted");
    }

    private static int Mode(float[] point) => (int)Math.Round(Math.Atan2(point[1], point[0]) / (Math.PI / 4)) & 7;

    private static double Distance(float[] point)
    {
        var angle = Mode(point) * Math.PI / 4;
        return Math.Sqrt(Math.Pow(point[0] - Math.Cos(angle), 2) + Math.Pow(point[1] - Math.Sin(angle), 2));
    }
}
