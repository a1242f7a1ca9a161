using Gan.Onnx;

namespace Gan.Evaluation.Tables;

/// <summary>Rows drawn at random: the same ones every time, whatever the context's seed.</summary>
internal static class RowSample
{
    /// <summary>What rows are drawn for: each purpose draws its own.</summary>
    public enum Purpose : uint
    {
        HeldOut,
        Folds,
        SyntheticRows = 3,
        TestRows,
        Ceiling,
        RealRows,
        SyntheticFolds,
        Columns,
    }

    /// <summary>The positions of some rows, each at most once, in random order; of all if there are no more.</summary>
    public static int[] Draw(int rowCount, int count, Purpose purpose)
    {
        var rows = Enumerable.Range(0, rowCount).ToArray();
        Array.Sort(Array.ConvertAll(rows, row => Uniform(row, purpose)), rows);
        return rows[..Math.Min(count, rowCount)];
    }

    /// <summary>The positions of some rows, drawn with replacement.</summary>
    public static int[] Resample(int rowCount, int count, Purpose purpose) =>
        [.. Enumerable.Range(0, count).Select(draw => (int)(Uniform(draw, purpose) * rowCount))];

    /// <summary>The whole numbers below a count in random order, another one for each draw.</summary>
    public static int[] Order(int count, int draw, Purpose purpose)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(Array.ConvertAll(order, place => Uniform(place, purpose, draw)), order);
        return order;
    }

    private static double Uniform(int place, Purpose purpose, int draw = 0) =>
        Philox.Block(new((uint)place, (uint)draw, 0, 0), 0, (uint)purpose).Unit0;
}
