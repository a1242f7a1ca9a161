using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tables.Models;

/// <summary>Rows of a table as feature vectors for boosted trees.</summary>
/// <remarks>
/// Numbers are standardised, NaN where missing. A category is a one-hot group, which the trees split as one; beyond
/// <see cref="MostOneHots"/> categories, its rank by frequency. Cells that are missing or that the real table does not have belong to no
/// category. Vectors are sparse.
/// </remarks>
internal sealed class FeatureEncoding
{
    private const int MostOneHots = 250;
    private const string RangesKind = "CategoricalSlotRanges";

    private readonly IReadOnlyList<ColumnFeatures> _columns;
    private readonly SchemaDefinition _schema;

    /// <param name="real">The table that says what categories and what scales there are.</param>
    /// <param name="label">The position of a column to leave out.</param>
    public FeatureEncoding(EvaluatedTable real, int? label)
    {
        var columns = new List<ColumnFeatures>();
        var width = 0;
        for (var position = 0; position < real.Columns.Count; position++)
        {
            if (position == label) continue;
            columns.Add(new ColumnFeatures(position, width, real.Columns[position]));
            width += columns[^1].Width;
        }
        _columns = columns;
        var oneHots = columns.Where(column => column.IsOneHot);
        _schema = Schema(width, [.. oneHots.SelectMany(column => new[] { column.First, column.First + column.Width - 1 })]);
    }

    /// <summary>The rows of a table, each with what is to be predicted of it.</summary>
    public IDataView Rows(MLContext mlContext, IEnumerable<(EvaluatedTable Table, int Row, float Target)> rows) =>
        mlContext.Data.LoadFromEnumerable(rows.Select(row => new FeatureRow
        {
            Features = Vector(row.Table, row.Row),
            Target = row.Target,
            IsPositive = row.Target > 0,
        }), _schema);

    private VBuffer<float> Vector(EvaluatedTable table, int row)
    {
        var (values, indices) = (new float[_columns.Count], new int[_columns.Count]);
        var count = 0;
        foreach (var column in _columns)
            if (column.Feature(table, row) is var (index, value)) (indices[count], values[count++]) = (index, value);
        return new VBuffer<float>(((VectorDataViewType)_schema[nameof(FeatureRow.Features)].ColumnType).Size, count, values, indices);
    }

    private static SchemaDefinition Schema(int width, int[] ranges)
    {
        var schema = SchemaDefinition.Create(typeof(FeatureRow));
        var features = schema[nameof(FeatureRow.Features)];
        features.ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        if (ranges.Length > 0)
        {
            var pairs = new VectorDataViewType(NumberDataViewType.Int32, ranges.Length / 2, 2);
            features.AddAnnotation(RangesKind, new VBuffer<int>(ranges.Length, ranges), pairs);
        }
        return schema;
    }

    /// <summary>The features of one column.</summary>
    private sealed class ColumnFeatures
    {
        private readonly Standardization _standardization;
        private readonly Dictionary<int, int> _ranks = [];

        public ColumnFeatures(int position, int first, EvaluatedColumn real)
        {
            Position = position;
            First = first;
            if (real is EvaluatedNumbers numbers) _standardization = Standardization.Of(numbers);
            else _ranks = Ranks((EvaluatedCategories)real);
        }

        public int First { get; }

        public bool IsOneHot => _ranks.Count is > 1 and <= MostOneHots;

        public int Width => IsOneHot ? _ranks.Count : 1;

        private int Position { get; }

        public (int Index, float Value)? Feature(EvaluatedTable table, int row)
        {
            if (table.Columns[Position] is EvaluatedNumbers numbers)
                return (First, double.IsNaN(numbers.Values[row]) ? float.NaN : _standardization.Standardize(numbers.Values[row]));
            var isKnown = _ranks.TryGetValue(((EvaluatedCategories)table.Columns[Position]).Codes[row], out var rank);
            if (!IsOneHot) return (First, isKnown ? rank : float.NaN);
            return isKnown ? (First + rank, 1) : null;
        }

        private static Dictionary<int, int> Ranks(EvaluatedCategories column) => column.Codes
            .Where(code => code != column.Categories.Missing).CountBy(code => code)
            .OrderByDescending(code => code.Value).ThenBy(code => code.Key).Select((code, rank) => (code.Key, rank)).ToDictionary();
    }
}
