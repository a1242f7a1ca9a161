namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A choice of one of some slots: what a category column is to the networks, and whether a cell is there or missing.</summary>
/// <param name="Offset">Where the choice's slots begin among those of all choices.</param>
/// <param name="Size">The number of slots.</param>
/// <param name="Slots">The slot of each row, from 0; <see cref="None"/> where the cell is missing.</param>
/// <param name="Presence">The slot, among those of all choices, that says that the cell is there; −1 if it always is.</param>
internal sealed record Choice(int Offset, int Size, int[] Slots, int Presence)
{
    public const int None = -1;

    /// <summary>The slots of a choice between there and missing.</summary>
    public const int IsThere = 0, IsMissing = 1;

    /// <summary>Each slot's share of the rows that choose one.</summary>
    public double[] Shares()
    {
        var shares = new double[Size];
        foreach (var slot in Slots)
            if (slot != None) shares[slot]++;
        var total = shares.Sum();
        return Array.ConvertAll(shares, share => share / total);
    }
}
