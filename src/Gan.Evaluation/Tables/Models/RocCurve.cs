namespace Gan.Evaluation.Tables.Models;

/// <summary>The area under the ROC curve: the chance that a positive row scores higher than a negative one, a tie counting half.</summary>
internal static class RocCurve
{
    /// <summary>The area, by Mann and Whitney's rank sum; null unless there are rows of both kinds.</summary>
    public static double? Area(float[] scores, bool[] positive)
    {
        var positives = positive.Count(isPositive => isPositive);
        var negatives = positive.Length - positives;
        if (positives == 0 || negatives == 0) return null;
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort((float[])scores.Clone(), order);
        var rankSum = 0.0;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && scores[order[end]] == scores[order[start]]) end++;
            var rank = (start + 1 + end) / 2.0;           // of all that tie
            for (; start < end; start++)
                if (positive[order[start]]) rankSum += rank;
        }
        return (rankSum - positives * (positives + 1.0) / 2) / ((double)positives * negatives);
    }
}
