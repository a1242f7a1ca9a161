namespace Gan.Evaluation.Tables.Coverage;

/// <summary>The mean of rows in a <see cref="UnitSpace"/>: of numbers the mean, of one-hots each category's share.</summary>
internal sealed class Centre
{
    private readonly double[] _means;
    private readonly double[][] _shares;
    private readonly double[] _squares;

    public Centre(UnitRows rows)
    {
        _means = [.. Enumerable.Range(0, rows.NumberCount).Select(place => Cells(rows.Numbers, rows.NumberCount, place).Average())];
        _shares = [.. Enumerable.Range(0, rows.CodeCount).Select(place => Shares([.. Cells(rows.Codes, rows.CodeCount, place)]))];
        _squares = Array.ConvertAll(_shares, shares => shares.Sum(share => share * share));
    }

    /// <summary>How far each row is from the centre.</summary>
    public double[] Distances(UnitRows rows) => [.. Enumerable.Range(0, rows.Count).Select(row => Math.Sqrt(SquaredDistance(rows, row)))];

    private double SquaredDistance(UnitRows rows, int row)
    {
        var distance = 0.0;
        for (var place = 0; place < _means.Length; place++)
            distance += Math.Pow(rows.Numbers[row * _means.Length + place] - _means[place], 2);
        for (var place = 0; place < _shares.Length; place++)
        {
            var code = rows.Codes[row * _shares.Length + place];
            distance += _squares[place];
            if (code != UnitRows.Unknown) distance += 1 - 2 * (code < _shares[place].Length ? _shares[place][code] : 0);
        }
        return distance;
    }

    private static double[] Shares(int[] codes)
    {
        var shares = new double[codes.Max() + 1];
        foreach (var code in codes)
            if (code != UnitRows.Unknown) shares[code]++;
        return Array.ConvertAll(shares, count => count / codes.Length);
    }

    private static IEnumerable<T> Cells<T>(T[] cells, int width, int place)
    {
        for (var cell = place; cell < cells.Length; cell += width) yield return cells[cell];
    }
}
