using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Settings;

namespace Microsoft.ML.Gan.Tabular.Rows;

/// <summary>The rows that are trained on, and those that the running quality is measured against.</summary>
/// <param name="Training">The rows to train on.</param>
/// <param name="HeldOut">The others; of a small table, some of the same.</param>
internal sealed record HeldOutSplit(IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut)
{
    /// <value>Whether there are rows that are not trained on.</value>
    public bool HoldsOut { get; private init; }

    /// <summary>Draws the rows to hold out; a small table is trained on and measured against as a whole.</summary>
    public static HeldOutSplit Of(int rowCount, double share, NoiseSource noise)
    {
        using var order = noise.PermutationOnCpu(rowCount);
        var rows = Array.ConvertAll(order.data<long>().ToArray(), row => (int)row);
        var heldOut = rowCount < TabularDefaults.LeastRowsToHoldOut ? 0 : Math.Min((int)(rowCount * share), TabularDefaults.MostHeldOutRows);
        return heldOut == 0
            ? new(rows, rows[..Math.Min(rowCount, TabularDefaults.MostHeldOutRows)])
            : new(rows[heldOut..], rows[..heldOut]) { HoldsOut = true };
    }
}
