namespace Gan.Evaluation.Tables.Privacy;

/// <summary>Whether synthetic rows are nearer to the rows that were trained on than to rows that were not.</summary>
/// <remarks>
/// The share is 0.5 if nothing was memorised, 1 for copies.
/// Squared distance: numbers in units of the real column's standard deviation, missing ones at its median; 1 for different categories,
/// ½ when one of them is missing or never occurs in the real column. Equal numbers of real and of test rows are searched.
/// Cost: the product of the rows, at most 2 × 3,000².
/// </remarks>
internal sealed class NearestRecords
{
    private const int MostRows = 3_000;

    private readonly Standardization[] _standardizations;
    private readonly HashSet<int>[] _known;

    private NearestRecords(EvaluatedTable real)
    {
        _standardizations = [.. real.Numeric.Select(Standardization.Of)];
        _known = [.. real.Categorical.Select(column => column.Codes.Where(code => code != column.Categories.Missing).ToHashSet())];
    }

    /// <summary>The share of synthetic rows that are nearer to a real row than to a test row; a tie counts half.</summary>
    public static double CloserToTrain(EvaluatedTable real, EvaluatedTable synthetic, EvaluatedTable test)
    {
        var records = new NearestRecords(real);
        var count = Math.Min(Math.Min(real.RowCount, test.RowCount), MostRows);
        var trained = records.Rows(real, RowSample.Draw(real.RowCount, count, RowSample.Purpose.RealRows));
        var heldOut = records.Rows(test, RowSample.Draw(test.RowCount, count, RowSample.Purpose.TestRows));
        var made = records.Rows(synthetic, RowSample.Draw(synthetic.RowCount, MostRows, RowSample.Purpose.SyntheticRows));
        return made.AsParallel().Average(row => (Nearest(row, trained), Nearest(row, heldOut)) switch
        {
            var (toTrained, toHeldOut) when toTrained < toHeldOut => 1,
            var (toTrained, toHeldOut) when toTrained == toHeldOut => 0.5,
            _ => 0,
        });
    }

    private static float Nearest(Row row, Row[] others)
    {
        var least = float.PositiveInfinity;
        foreach (var other in others) least = Math.Min(least, row.SquaredDistance(other));
        return least;
    }

    private Row[] Rows(EvaluatedTable table, int[] rows)
    {
        var (numeric, categorical) = (table.Numeric.ToArray(), table.Categorical.ToArray());
        return Array.ConvertAll(rows, row => new Row(
            [.. numeric.Select((column, index) => (float)_standardizations[index].Standardize(column.Values[row]))],
            [.. categorical.Select((column, index) => _known[index].Contains(column.Codes[row]) ? column.Codes[row] : Row.Unknown)]));
    }

    private sealed record Row(float[] Numbers, int[] Codes)
    {
        public const int Unknown = -1;

        public float SquaredDistance(Row other)
        {
            var distance = 0f;
            for (var i = 0; i < Numbers.Length; i++) distance += (Numbers[i] - other.Numbers[i]) * (Numbers[i] - other.Numbers[i]);
            for (var i = 0; i < Codes.Length; i++)
                if (Codes[i] != other.Codes[i]) distance += Codes[i] == Unknown || other.Codes[i] == Unknown ? 0.5f : 1;
            return distance;
        }
    }
}
