using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>What a column of the table is to the networks.</summary>
/// <param name="Column">The column.</param>
/// <param name="Presence">The index of the choice between there and missing; null if no cell is missing.</param>
internal abstract record ColumnEncoding(TableColumn Column, int? Presence)
{
    /// <value>The index of the choice of the column's category; null if it has none.</value>
    public virtual int? ValueChoice => null;

    /// <value>Whether the networks know conditions on the column: there is something to choose.</value>
    public bool CanBeGiven => Presence is not null || ValueChoice is not null;

    /// <value>Whether the file has a condition input for the column: a single category can be given too, and changes nothing.</value>
    public bool HasConditionInput => Presence is not null || Column is CategoryColumn;
}

/// <summary>A category column; one with a single category has nothing to choose.</summary>
/// <param name="Categories">The column.</param>
/// <param name="Slots">Which categories share a slot.</param>
/// <param name="Presence">The index of the choice between there and missing; null if no cell is missing.</param>
/// <param name="Choice">The index of the choice of a slot; null for a column of one category.</param>
internal sealed record CategoryEncoding(CategoryColumn Categories, SharedSlots Slots, int? Presence, int? Choice) : ColumnEncoding(Categories, Presence)
{
    public override int? ValueChoice => Choice;
}

/// <summary>A column of numbers: one number, the normal quantile of a rank.</summary>
/// <param name="Numbers">The column.</param>
/// <param name="Difference">What is learnt of it, if it stays close to another column; null for its own values.</param>
/// <param name="Ranks">The ranks of its rows, and its quantile function.</param>
/// <param name="Rounding">The grid that nearly all of its numbers lie on; null if all or too few lie on one.</param>
/// <param name="Presence">The index of the choice between there and missing; null if no cell is missing.</param>
/// <param name="Place">Where its number is among those of all columns.</param>
internal sealed record NumberEncoding(NumberColumn Numbers, Difference? Difference, ColumnRanks Ranks, RoundingGrid? Rounding, int? Presence, int Place) : ColumnEncoding(Numbers, Presence);

/// <summary>A column that is a function of a category column: it is looked up, not learnt.</summary>
/// <param name="Column">The column.</param>
/// <param name="Source">The column that decides it.</param>
/// <param name="RowOfCategory">For each category of the source, a row that has it.</param>
/// <param name="Choice">The index of the choice of its category, for conditions; null for numbers.</param>
internal sealed record DerivedEncoding(TableColumn Column, CategoryColumn Source, int[] RowOfCategory, int? Choice) : ColumnEncoding(Column, (int?)null)
{
    public override int? ValueChoice => Choice;
}
