namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A choice of one of some slots: what a category column is to the networks, and whether a cell is there or missing.</summary>
/// <remarks>
/// Example: a column of the categories red and blue, in which cells are missing, is two choices: of 2 slots (there, missing) and of 2 slots (red,
/// blue). A blue cell is [1 0 | 0 1], a missing one [0 1 | 0 0]: it has no slot of the second choice.
/// </remarks>
/// <param name="Offset">Where the choice's slots begin among those of all choices.</param>
/// <param name="PresenceSlot">The slot, among those of all choices, that says that the cell is there; null if it always is.</param>
/// <param name="Shares">Each slot's share of the training rows that have one.</param>
internal sealed record Choice(int Offset, int? PresenceSlot, IReadOnlyList<double> Shares)
{
    /// <summary>The slot of a row that has none: its cell is missing.</summary>
    public const int None = -1;

    /// <summary>The slots of a choice between there and missing, or else not there as a value of its own.</summary>
    public const int IsThere = 0, IsMissing = 1;

    /// <value>The number of slots.</value>
    public int Size => Shares.Count;

    /// <value>The slot, among those of all choices, in which a choice between there and missing says "there".</value>
    public int ThereSlot => Offset + IsThere;

    /// <summary>A choice with the shares of some rows.</summary>
    /// <param name="offset">Where its slots begin.</param>
    /// <param name="presenceSlot">The slot that says that the cell is there; null if it always is.</param>
    /// <param name="rows">The rows of each slot.</param>
    public static Choice Of(int offset, int? presenceSlot, double[] rows)
    {
        var total = rows.Sum();
        return new(offset, presenceSlot, Array.ConvertAll(rows, count => count / total));
    }

    /// <summary>The rows of each slot.</summary>
    /// <param name="size">The number of slots.</param>
    /// <param name="slots">The slot of each row, from 0; <see cref="None"/> where it has none.</param>
    public static double[] RowsOf(int size, IReadOnlyList<int> slots)
    {
        var rows = new double[size];
        foreach (var slot in slots)
            if (slot != None) rows[slot]++;
        return rows;
    }
}
