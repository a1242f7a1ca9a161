namespace Gan.Evaluation.Tables.Privacy;

/// <summary>Whether synthetic rows are nearer to the rows that were trained on than to rows that were not.</summary>
/// <remarks>
/// A synthetic row is won by the table that has the row nearest to it; rows that are equally near share it. With w the share that n training
/// rows win from m test rows, the figure is a / (a + b), where a = w / n and b = (1 − w) / m are what one row of each wins. New rows make
/// it 0.5, copies of training rows 1, however many rows either table has: of 1,600 training and 400 test rows, the training rows win four
/// fifths of new rows, and a = b.
/// It is no evidence of privacy: rows that come close to few training rows, or to some of their cells, hardly move it.
/// Squared distance: numbers in units of the real column's standard deviation, missing ones at its median; 1 for different categories,
/// ½ when one of them is missing. Categories that one row alone has, of both tables, count as one: they name that row.
/// Cost: the product of the rows. All training and test rows are searched, for 500 to 3,000 synthetic ones.
/// </remarks>
internal static class NearestRecords
{
    private const int LeastRows = 500, MostRows = 3_000;
    private const long MostPairs = 300_000_000;

    /// <summary>What a training row wins, as a share of what a training and a test row win together.</summary>
    public static double CloserToTrain(EvaluatedTable real, EvaluatedTable synthetic, EvaluatedTable test)
    {
        var space = new RecordSpace(real, test);
        var (trained, heldOut) = (space.Of(real), space.Of(test));
        var count = (int)Math.Clamp(MostPairs / (real.RowCount + (long)test.RowCount), LeastRows, MostRows);
        var made = space.Of(synthetic.At(RowSample.Draw(synthetic.RowCount, count, RowSample.Purpose.SyntheticRows)));
        var won = Enumerable.Range(0, made.Count).AsParallel().AsOrdered()
            .Select(row => Won(trained.Nearest(made, row), heldOut.Nearest(made, row))).ToArray().Average();
        var (ofTrained, ofHeldOut) = (won / real.RowCount, (1 - won) / test.RowCount);
        return ofTrained / (ofTrained + ofHeldOut);
    }

    /// <summary>The share of a synthetic row that training rows win.</summary>
    private static double Won((float Distance, int Count) trained, (float Distance, int Count) heldOut) =>
        trained.Distance == heldOut.Distance ? (double)trained.Count / (trained.Count + heldOut.Count)
        : trained.Distance < heldOut.Distance ? 1 : 0;
}
