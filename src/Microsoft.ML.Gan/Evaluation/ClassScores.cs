namespace Microsoft.ML.Gan.Evaluation;

/// <summary>How well classes are predicted.</summary>
/// <param name="classCount">The number of classes; class 0 is the rarest.</param>
/// <param name="actual">Each row's class.</param>
/// <param name="probabilities">Each row's probabilities of the classes.</param>
internal sealed class ClassScores(int classCount, int[] actual, float[][] probabilities)
{
    private readonly int[] _predicted = Array.ConvertAll(probabilities, shares => shares.AsSpan().IndexOf(shares.Max()));

    public TabularUtility ToUtility() => new()
    {
        Accuracy = actual.Zip(_predicted).Average(row => row.First == row.Second ? 1.0 : 0),
        AreaUnderRocCurve = Enumerable.Range(0, classCount > 2 ? classCount : 1).Average(Area),
        MacroF1Score = Enumerable.Range(0, classCount).Average(F1),
        MinorityF1Score = F1(0),
    };

    private double? Area(int positive) => RocCurve.Area(Array.ConvertAll(probabilities, shares => shares[positive]), Array.ConvertAll(actual, row => row == positive));

    /// <summary>2 true / (actual + predicted); null for a class that is in neither.</summary>
    private double? F1(int positive)
    {
        var all = actual.Count(row => row == positive) + _predicted.Count(row => row == positive);
        return all == 0 ? null : 2.0 * actual.Zip(_predicted).Count(row => row.First == positive && row.Second == positive) / all;
    }
}
