namespace Gan.Evaluation.Tables.Privacy;

/// <summary>What makes rows near to each other, learnt alike from the rows that were trained on and from those that were not.</summary>
internal sealed class RecordSpace
{
    private readonly Standardization[] _standardizations;
    private readonly HashSet<int>[] _single;
    private readonly int?[] _missing;

    public RecordSpace(EvaluatedTable real, EvaluatedTable test)
    {
        _standardizations = [.. real.Numeric.Select(Standardization.Of)];
        _single = [.. real.Categorical.Zip(test.Categorical, (column, other) => column.Append(other).RareCodes(most: 1))];
        _missing = [.. real.Categorical.Select(column => column.Categories.Missing)];
    }

    /// <summary>The rows of a table as points.</summary>
    public Records Of(EvaluatedTable table)
    {
        var numbers = table.Numeric.Zip(_standardizations, (column, scale) => Array.ConvertAll(column.Values, scale.Standardize)).ToArray();
        var codes = table.Categorical.Zip(_single, (column, single) => column.Merge(single).Codes).ToArray();
        return new Records(table.RowCount, Rows(numbers, table.RowCount), Rows(codes, table.RowCount), _missing);
    }

    private static T[][] Rows<T>(T[][] columns, int count) =>
        [.. Enumerable.Range(0, count).Select(row => Array.ConvertAll(columns, column => column[row]))];
}
