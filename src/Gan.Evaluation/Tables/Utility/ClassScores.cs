using Gan.Evaluation.Tables.Models;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Utility;

/// <summary>How well classes are predicted.</summary>
/// <param name="actual">Each row's class.</param>
/// <param name="probabilities">For each class, the rarest first, its probability for each row; of more than two, each against all others.</param>
internal sealed class ClassScores(int[] actual, float[][] probabilities)
{
    private readonly int[] _predicted = [.. Enumerable.Range(0, actual.Length).Select(row =>
        Enumerable.Range(0, probabilities.Length).MaxBy(ofClass => probabilities[ofClass][row]))];

    public TabularUtility ToUtility() => new()
    {
        Accuracy = actual.Zip(_predicted).Average(row => row.First == row.Second ? 1.0 : 0),
        AreaUnderRocCurve = Enumerable.Range(0, probabilities.Length > 2 ? probabilities.Length : 1).Average(Area),
        MacroF1Score = Enumerable.Range(0, probabilities.Length).Average(F1),
        MinorityF1Score = F1(0),
    };

    private double? Area(int ofClass) => RocCurve.Area(probabilities[ofClass], Array.ConvertAll(actual, row => row == ofClass));

    /// <summary>2 true / (actual + predicted); null for a class that is in neither.</summary>
    private double? F1(int ofClass)
    {
        var all = actual.Count(row => row == ofClass) + _predicted.Count(row => row == ofClass);
        return all == 0 ? null : 2.0 * actual.Zip(_predicted).Count(row => row.First == ofClass && row.Second == ofClass) / all;
    }
}
