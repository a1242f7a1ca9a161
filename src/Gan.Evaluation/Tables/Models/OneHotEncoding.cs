using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tables.Models;

/// <summary>Rows as the field's classifiers see them: numbers in units of their quartiles' distance, categories as one-hots.</summary>
/// <remarks>
/// The columns' scales are of both tables; a missing number stands at their mean. Which categories there are, the real table alone says: of
/// one that it lacks no one-hot is 1. Vectors are sparse.
/// </remarks>
internal sealed class OneHotEncoding
{
    private readonly IReadOnlyList<(int First, RobustScale? Scale, Dictionary<int, int> Places)> _columns;
    private readonly SchemaDefinition _schema;

    /// <param name="real">The real table.</param>
    /// <param name="both">The rows of both tables.</param>
    public OneHotEncoding(EvaluatedTable real, EvaluatedTable both)
    {
        var columns = new List<(int, RobustScale?, Dictionary<int, int>)>();
        var width = 0;
        foreach (var (column, all) in real.Columns.Zip(both.Columns))
        {
            var places = column is EvaluatedCategories categories
                ? categories.Codes.Distinct().Order().Select((code, place) => (code, place)).ToDictionary()
                : [];
            columns.Add((width, all is EvaluatedNumbers numbers ? RobustScale.Of(numbers) : null, places));
            width += Math.Max(places.Count, 1);
        }
        _columns = columns;
        _schema = SchemaDefinition.Create(typeof(FeatureRow));
        _schema[nameof(FeatureRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        Width = width;
    }

    private int Width { get; }

    /// <summary>Some rows of a table, each with whether it is positive.</summary>
    public IDataView Rows(MLContext mlContext, EvaluatedTable table, IEnumerable<(int Row, bool IsPositive)> rows) =>
        mlContext.Data.LoadFromEnumerable(
            rows.Select(row => new FeatureRow { Features = Vector(table, row.Row), IsPositive = row.IsPositive }).ToArray(), _schema);

    private VBuffer<float> Vector(EvaluatedTable table, int row)
    {
        var (values, indices) = (new float[_columns.Count], new int[_columns.Count]);
        var count = 0;
        foreach (var ((first, scale, places), column) in _columns.Zip(table.Columns))
        {
            if (scale is { } numbers)
                (indices[count], values[count++]) = (first, numbers.Scale(((EvaluatedNumbers)column).Values[row]));
            else if (places.TryGetValue(((EvaluatedCategories)column).Codes[row], out var place))
                (indices[count], values[count++]) = (first + place, 1);
        }
        return new VBuffer<float>(Width, count, values, indices);
    }
}
