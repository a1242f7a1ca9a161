using Gan.Onnx;

namespace Gan.Evaluation.Images.Measures;

/// <summary>Random numbers of the measures: the same ones every time, whatever the context's seed.</summary>
internal static class Draws
{
    private const uint Key = 0x696D6773;

    /// <summary>What is drawn: each has its own numbers.</summary>
    public enum Purpose : uint
    {
        Images,
        Subset,
        OtherSubset,
        Radius,
        Angle,
    }

    /// <summary>A direction: a vector of length 1, every one as likely.</summary>
    public static float[] Direction(int dimension, int draw)
    {
        var direction = new float[dimension];
        for (var i = 0; i < dimension; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(Uniform(i, draw, Purpose.Radius)));
            direction[i] = (float)(radius * Math.Cos(2 * Math.PI * Uniform(i, draw, Purpose.Angle)));
        }
        var length = Math.Sqrt(direction.Sum(value => (double)value * value));
        return Array.ConvertAll(direction, value => (float)(value / length));
    }

    /// <summary>Some of the positions below a count, each at most once, in random order; all if there are no more.</summary>
    public static int[] Subset(int count, int size, int draw, Purpose purpose)
    {
        var positions = Enumerable.Range(0, count).ToArray();
        size = Math.Min(size, count);
        for (var i = 0; i < size; i++)
        {
            var other = i + (int)(Uniform(i, draw, purpose) * (count - i));
            (positions[i], positions[other]) = (positions[other], positions[i]);
        }
        return positions[..size];
    }

    private static double Uniform(int place, int draw, Purpose purpose) =>
        Philox.Block(new((uint)place, (uint)draw, 0, 0), Key, (uint)purpose).Unit0;
}
