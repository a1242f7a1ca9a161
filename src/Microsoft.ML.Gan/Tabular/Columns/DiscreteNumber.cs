using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A number that can be told apart, and drawn anew, as a category can.</summary>
/// <remarks>
/// Nearly all rows have one of a few values: hours a week of 40, 35 or 20. Or one of many that a category tells most of: a loan's rate of 60, of
/// which its grade leaves three.
/// </remarks>
/// <param name="Number">Which of a row's numbers it is.</param>
/// <param name="Presence">The index of the choice that says whether it is there; null if it always is.</param>
/// <param name="Values">Its frequent values; a row with another value has no slot.</param>
/// <param name="Choice">The choice among them.</param>
internal sealed record DiscreteNumber(int Number, int? Presence, IReadOnlyList<FrequentValue> Values, Choice Choice)
{
    /// <summary>Those of a table.</summary>
    /// <param name="numbers">All its numbers, with the ranks of its rows.</param>
    /// <param name="categories">All its categories.</param>
    /// <param name="offset">The first slot that is free for them.</param>
    /// <param name="presenceSlot">Of a number's presence, the slot that says that it is there.</param>
    public static IReadOnlyList<DiscreteNumber> Find(
        IEnumerable<(Number Number, ColumnRanks Ranks)> numbers, IReadOnlyList<CategoryColumn> categories, int offset, Func<int?, int?> presenceSlot)
    {
        var found = new List<DiscreteNumber>();
        foreach (var (number, ranks) in numbers.Where(pair => IsToldApart(pair.Ranks)))
        {
            var values = number.Ranks.Frequent;
            var choice = Choice.Of(offset, presenceSlot(number.Presence), Choice.RowsOf(values.Count, ranks.FrequentSlots));
            found.Add(new DiscreteNumber(number.Index, number.Presence, values, choice));
            offset += choice.Size;
        }
        return found;

        bool IsToldApart(ColumnRanks ranks) => ranks.Learnt.Frequent is { Count: > 0 } values
            && (values.Count <= FrequentValue.Few || categories.Any(column => FunctionalDependencies.TellsMost(column, ranks.FrequentSlots)));
    }
}
