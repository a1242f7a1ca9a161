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

    /// <value>The columns of a row: numbers first, then categories.</value>
    public int Width => Numbers.Length == 0 ? 0 : Numbers[0].Length + Codes[0].Length;

    /// <summary>The squared distance from a row to each of these rows.</summary>
    public float[] SquaredDistances(Records others, int row)
    {
        var distances = new float[Count];
        for (var record = 0; record < Count; record++)
            distances[record] = SquaredDistance(Numbers[record], others.Numbers[row], Codes[record], others.Codes[row], float.PositiveInfinity);
        return distances;
    }

    /// <summary>What each column adds to the squared distance from a row to one of these rows.</summary>
    public void SquaredDistances(int record, Records others, int row, Span<float> parts)
    {
        var (numbers, otherNumbers, codes, otherCodes) = (Numbers[record], others.Numbers[row], Codes[record], others.Codes[row]);
        for (var i = 0; i < numbers.Length; i++) parts[i] = (numbers[i] - otherNumbers[i]) * (numbers[i] - otherNumbers[i]);
        for (var i = 0; i < codes.Length; i++) parts[numbers.Length + i] = Unlikeness(codes[i], otherCodes[i], i);
    }

    /// <summary>Ends early, with a part of the distance, once that is more than the most.</summary>
    private float SquaredDistance(float[] numbers, float[] otherNumbers, int[] codes, int[] otherCodes, float most)
    {
        var distance = 0f;
        for (var i = 0; i < numbers.Length && distance <= most; i++)
            distance += (numbers[i] - otherNumbers[i]) * (numbers[i] - otherNumbers[i]);
        for (var i = 0; i < codes.Length && distance <= most; i++)
            distance += Unlikeness(codes[i], otherCodes[i], i);
        return distance;
    }

    private float Unlikeness(int code, int other, int column) =>
        code == other ? 0 : code == Missing[column] || other == Missing[column] ? UnlikeMissing : Unlike;
}
