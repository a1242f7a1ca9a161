using Gan.Evaluation.Tables.Personal;

namespace Gan.Evaluation.Tables;

/// <summary>Tells columns that name rows, such as account numbers, from columns that say something of them.</summary>
/// <remarks>
/// Texts: more than half of the cells of new rows are such as the real column does not have. Without new rows that share is the share of
/// cells whose category occurs once (Good 1953): of 1,600 names 1,590 occur once, so about 1,590 of 1,600 further names are new.
/// Names and mail addresses of people are identifiers, too, if most of them are in few rows.
/// Whole numbers: they hardly ever repeat, though drawn at random they would. Of n numbers from a range of R, n − R (1 − e^(−n/R)) repeat
/// others, the fewest that are expected of any distribution: 589 of 1,600 numbers from 1 to 1,600.
/// </remarks>
internal static class Identifiers
{
    private const int LeastCells = 30, LeastExpectedRepeats = 20, FewRows = 5;
    private const double MostNewCells = 0.5, MostRepeats = 0.1;

    /// <summary>Whether a column is an identifier.</summary>
    /// <param name="real">The real column.</param>
    /// <param name="test">The same column of rows that the real table does not have; null if there are none.</param>
    public static bool Has(EvaluatedColumn real, EvaluatedColumn? test) => real is EvaluatedCategories categories
        ? NamesRows(categories, (EvaluatedCategories?)test)
        : AreNumbers(((EvaluatedNumbers)real).Sorted());

    private static bool NamesRows(EvaluatedCategories real, EvaluatedCategories? test)
    {
        var counts = Known(real).CountBy(code => code).ToDictionary();
        if (AreNames(counts.Values) || IsPersonal(real, counts)) return true;
        var others = test is null ? [] : Known(test).ToArray();
        return counts.Values.Sum() >= LeastCells && IsMost(others.Count(code => !counts.ContainsKey(code)), others.Length);
    }

    private static bool IsPersonal(EvaluatedCategories real, Dictionary<int, int> counts) =>
        PersonalData.AreRare([.. counts.Values.Select(count => (long)count)], FewRows)
        && PersonalData.Find(real.Name, [.. counts.Keys.Select(code => real.Categories[code])]) is not null;

    /// <summary>Whether most of some texts occur once.</summary>
    /// <param name="counts">How often each of them occurs.</param>
    public static bool AreNames(IReadOnlyCollection<int> counts) => AreNames(counts.Count(count => count == 1), counts.Sum());

    /// <summary>Whether most of some texts occur once.</summary>
    /// <param name="single">How many of them do.</param>
    /// <param name="all">How many there are.</param>
    public static bool AreNames(long single, long all) => IsMost(single, all);

    /// <summary>Whether numbers are whole and hardly ever repeat.</summary>
    /// <param name="sorted">The numbers, ascending.</param>
    public static bool AreNumbers(double[] sorted)
    {
        if (sorted.Length < LeastCells || !Array.TrueForAll(sorted, double.IsInteger)) return false;
        var repeats = sorted.Skip(1).Zip(sorted, (next, value) => next == value).Count(isRepeat => isRepeat);
        return AreNumbers(sorted.Length, sorted[^1] - sorted[0] + 1, repeats);
    }

    /// <summary>Whether whole numbers hardly ever repeat.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="range">From how many they could be.</param>
    /// <param name="repeats">How many repeat another.</param>
    public static bool AreNumbers(double count, double range, double repeats)
    {
        var expected = Math.Min(count - range * (1 - Math.Exp(-count / range)), count * count / range / 2);      // the second: exact for wide ranges
        return count >= LeastCells && expected > LeastExpectedRepeats && repeats < MostRepeats * expected;
    }

    private static IEnumerable<int> Known(EvaluatedCategories column) => column.Codes.Where(code => code != column.Categories.Missing);

    private static bool IsMost(long cells, long all) => all >= LeastCells && cells > MostNewCells * all;
}
