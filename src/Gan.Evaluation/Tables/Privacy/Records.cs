namespace Gan.Evaluation.Tables.Privacy;

/// <summary>Rows as points, of standardised numbers and of codes.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Numbers">The numbers of each row.</param>
/// <param name="Codes">The categories of each row.</param>
/// <param name="Missing">For each column of categories, the code of missing cells; null if it has none.</param>
internal sealed record Records(int Count, float[][] Numbers, int[][] Codes, int?[] Missing)
{
    private const float Unlike = 1, UnlikeMissing = 0.5f;

    /// <summary>The squared distance from a row to the nearest of these rows, and how many of them are as near.</summary>
    public (float Distance, int Count) Nearest(Records others, int row)
    {
        var (numbers, codes) = (others.Numbers[row], others.Codes[row]);
        var (least, count) = (float.PositiveInfinity, 0);
        for (var record = 0; record < Count; record++)
        {
            var distance = SquaredDistance(Numbers[record], numbers, Codes[record], codes, least);
            if (distance < least) (least, count) = (distance, 1);
            else if (distance == least) count++;
        }
        return (least, count);
    }

    /// <summary>Ends early, with a part of the distance, once that is more than the most.</summary>
    private float SquaredDistance(float[] numbers, float[] otherNumbers, int[] codes, int[] otherCodes, float most)
    {
        var distance = 0f;
        for (var i = 0; i < numbers.Length && distance <= most; i++)
            distance += (numbers[i] - otherNumbers[i]) * (numbers[i] - otherNumbers[i]);
        for (var i = 0; i < codes.Length && distance <= most; i++)
            if (codes[i] != otherCodes[i]) distance += codes[i] == Missing[i] || otherCodes[i] == Missing[i] ? UnlikeMissing : Unlike;
        return distance;
    }
}
