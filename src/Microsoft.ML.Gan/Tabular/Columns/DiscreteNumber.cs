using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A number of which nearly all rows have one of a few values, or of many that a category tells most of, as a grade tells the rate: it can be told apart, and drawn anew, as a category can.</summary>
/// <param name="Number">The number.</param>
/// <param name="Choice">The choice among its common values; a row with another value has no slot.</param>
internal sealed record DiscreteNumber(NumberEncoding Number, Choice Choice)
{
    /// <value>The value of each slot.</value>
    public IReadOnlyList<FrequentValue> Values => Number.Ranks.Common;

    /// <summary>Those of a table.</summary>
    /// <param name="numbers">All its numbers.</param>
    /// <param name="categories">All its categories.</param>
    /// <param name="offset">The first slot that is free for them.</param>
    /// <param name="presenceSlot">Of a number's presence, the slot that says that it is there.</param>
    public static IReadOnlyList<DiscreteNumber> Find(IEnumerable<NumberEncoding> numbers, IReadOnlyList<CategoryColumn> categories, int offset, Func<int?, int> presenceSlot)
    {
        var found = new List<DiscreteNumber>();
        foreach (var number in numbers.Where(number => IsToldApart(number.Ranks)))
        {
            var choice = new Choice(offset, number.Ranks.Common.Count, number.Ranks.FrequentSlots, presenceSlot(number.Presence));
            found.Add(new DiscreteNumber(number, choice));
            offset += choice.Size;
        }
        return found;

        bool IsToldApart(ColumnRanks ranks) =>
            ranks.Common.Count > 0 && (ranks.Common.Count <= FrequentValue.Few || categories.Any(column => FunctionalDependencies.TellsMost(column, ranks.FrequentSlots)));
    }
}
