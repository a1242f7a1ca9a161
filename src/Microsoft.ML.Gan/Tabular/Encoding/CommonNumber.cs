using Microsoft.ML.Gan.Tabular.Reading;

namespace Microsoft.ML.Gan.Tabular.Encoding;

/// <summary>A number of which nearly all rows have one of a few values, or of many that a category tells most of, as a grade tells the rate: it can be told apart, and drawn anew, as a category can.</summary>
/// <param name="Number">The number.</param>
/// <param name="Choice">The choice among its common values; a row with another value has no slot.</param>
internal sealed record CommonNumber(NumberEncoding Number, Choice Choice)
{
    /// <value>The value of each slot.</value>
    public IReadOnlyList<CommonValue> Values => Number.Ranks.Common;

    /// <summary>Those of a table.</summary>
    /// <param name="numbers">All its numbers.</param>
    /// <param name="categories">All its categories.</param>
    /// <param name="offset">The first slot that is free for them.</param>
    /// <param name="presenceSlot">Of a number's presence, the slot that says that it is there.</param>
    public static IReadOnlyList<CommonNumber> Find(IEnumerable<NumberEncoding> numbers, IReadOnlyList<CategoryColumn> categories, int offset, Func<int?, int> presenceSlot)
    {
        var found = new List<CommonNumber>();
        foreach (var number in numbers.Where(number => IsToldApart(number.Ranks)))
        {
            var choice = new Choice(offset, number.Ranks.Common.Count, number.Ranks.CommonSlots, presenceSlot(number.Presence));
            found.Add(new CommonNumber(number, choice));
            offset += choice.Size;
        }
        return found;

        bool IsToldApart(ColumnRanks ranks) =>
            ranks.Common.Count > 0 && (ranks.Common.Count <= CommonValue.Few || categories.Any(column => Dependencies.TellsMost(column, ranks.CommonSlots)));
    }
}
