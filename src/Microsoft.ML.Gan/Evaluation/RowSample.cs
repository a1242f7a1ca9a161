using Gan.Onnx;

namespace Microsoft.ML.Gan.Evaluation;

/// <summary>Rows drawn without replacement: the same ones every time, whatever the context's seed.</summary>
internal static class RowSample
{
    /// <summary>What rows are drawn for: each purpose draws its own.</summary>
    public enum Purpose : uint
    {
        HeldOut,
        Folds,
        RealRows,
        SyntheticRows,
        TestRows,
    }

    /// <summary>The positions of some rows, in random order; of all if there are no more.</summary>
    public static int[] Draw(int rowCount, int count, Purpose purpose)
    {
        var rows = Enumerable.Range(0, rowCount).ToArray();
        Array.Sort(Array.ConvertAll(rows, row => Philox.Block(new((uint)row, 0, 0, 0), 0, (uint)purpose).Unit0), rows);
        return rows[..Math.Min(count, rowCount)];
    }
}
