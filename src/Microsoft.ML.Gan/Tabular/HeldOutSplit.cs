using Microsoft.ML.Gan.Training;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>The rows that are trained on, and those that the running quality is measured against.</summary>
internal sealed record HeldOutSplit(IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut)
{
    /// <summary>Draws the rows to hold out; a small table is trained on and measured against as a whole.</summary>
    public static HeldOutSplit Of(int rowCount, double share, NoiseSource noise)
    {
        using var order = noise.Permutation(rowCount);
        var rows = Array.ConvertAll(order.cpu().data<long>().ToArray(), row => (int)row);
        var heldOut = rowCount < TabularDefaults.LeastRowsToHoldOut ? 0 : Math.Min((int)(rowCount * share), TabularDefaults.MostHeldOutRows);
        return heldOut == 0 ? new(rows, rows[..Math.Min(rowCount, TabularDefaults.MostHeldOutRows)]) : new(rows[heldOut..], rows[..heldOut]);
    }
}
