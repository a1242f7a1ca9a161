using Gan.Evaluation.Tables.Privacy;

namespace Gan.Evaluation.Tables.Attacks;

/// <summary>The rows of an attack, as points of one space.</summary>
/// <param name="Members">Rows that were trained on.</param>
/// <param name="Others">As many rows that were not.</param>
/// <param name="Reference">The attacker's own rows of the population, none of the others.</param>
/// <param name="Synthetic">The synthetic rows.</param>
internal sealed record AttackedRows(Records Members, Records Others, Records Reference, Records Synthetic)
{
    /// <summary>The fewest test rows, half of which are the attacker's.</summary>
    public const int LeastTestRows = 60;

    /// <summary>The fewest rows of the other tables.</summary>
    public const int LeastRows = 30;

    private const int MostAttacked = 1_000, MostSearched = 20_000;

    /// <summary>Draws the rows; null if a table has too few.</summary>
    public static AttackedRows? Of(EvaluatedTable real, EvaluatedTable synthetic, EvaluatedTable test)
    {
        if (test.RowCount < LeastTestRows || Math.Min(real.RowCount, synthetic.RowCount) < LeastRows || real.Columns.Count == 0) return null;
        var count = Math.Min(Math.Min(MostAttacked, test.RowCount / 2), real.RowCount);
        var space = new RecordSpace(real, test);
        var held = RowSample.Draw(test.RowCount, Math.Min(test.RowCount, count + MostSearched), RowSample.Purpose.TestRows);
        return new(
            space.Of(real.At(RowSample.Draw(real.RowCount, count, RowSample.Purpose.RealRows))), space.Of(test.At(held[..count])),
            space.Of(test.At(held[count..])),
            space.Of(synthetic.At(RowSample.Draw(synthetic.RowCount, MostSearched, RowSample.Purpose.SyntheticRows))));
    }

    /// <summary>What an attack gives of each row that is attacked.</summary>
    public (T[] Members, T[] Others) Each<T>(Func<Records, int, T> attack) => (Each(Members, attack), Each(Others, attack));

    private static T[] Each<T>(Records rows, Func<Records, int, T> attack) =>
        [.. Enumerable.Range(0, rows.Count).AsParallel().AsOrdered().Select(row => attack(rows, row))];
}
