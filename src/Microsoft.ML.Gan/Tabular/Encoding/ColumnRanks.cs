namespace Microsoft.ML.Gan.Tabular.Encoding;

/// <summary>The ranks of a column of numbers: of each row the interval [F(x−), F(x)], F being the column's distribution function.</summary>
/// <remarks>A rank drawn uniformly from a row's interval is uniform over all rows, however many share a value.</remarks>
internal sealed class ColumnRanks
{
    /// <param name="values">The value of each row; NaN where missing. At least one is not.</param>
    public ColumnRanks(double[] values)
    {
        Low = new float[values.Length];
        High = new float[values.Length];
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];
        var sorted = Array.ConvertAll(rows, row => values[row]);
        Array.Sort(sorted, rows);
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && sorted[end] == sorted[start]) end++;
            for (var i = start; i < end; i++)
                (Low[rows[i]], High[rows[i]]) = ((float)start / rows.Length, (float)end / rows.Length);
            start = end;
        }
        Knots = QuantileKnots.Of(sorted);
    }

    /// <value>F(x−) of each row; 0 where missing.</value>
    public float[] Low { get; }

    /// <value>F(x) of each row; 0 where missing.</value>
    public float[] High { get; }

    public QuantileKnots Knots { get; }
}
