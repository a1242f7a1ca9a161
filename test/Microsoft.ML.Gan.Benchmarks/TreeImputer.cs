using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Boosted trees that tell a column from the others, of which some are missing.</summary>
internal static class TreeImputer
{
    private const int Leaves = 31, Trees = 50;
    private const int MostRows = 8_000;                               // of 42 categories each makes as many trees

    /// <summary>What the trees tell of a column in each row: of numbers the rank.</summary>
    /// <param name="table">The table; cells of its training rows are taken away at the rate of the gaps.</param>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows, NaN where a cell is missing.</param>
    /// <param name="gaps">The share of missing cells.</param>
    public static double[] Predict(GapTable table, int column, double[][] rows, double gaps)
    {
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var size = Enumerable.Range(0, table.Names.Length).Sum(Width);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        var training = ml.Data.LoadFromEnumerable(table.Training.Zip(table.TrainingRanks).Take(MostRows).Select(
            pair => Of([.. pair.First.Select(cell => random.NextDouble() < gaps ? double.NaN : cell)], pair.Second[column])), schema);
        var asked = ml.Data.LoadFromEnumerable(rows.Select(row => Of(row, 0)), schema);
        if (!table.IsText[column])
        {
            var model = ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
            {
                NumberOfLeaves = Leaves,
                NumberOfIterations = Trees,
                NumberOfThreads = 1,
            }).Fit(training);
            return [.. model.Transform(asked).GetColumn<float>("Score").Select(score => (double)score)];
        }
        var keys = ml.Transforms.Conversion.MapValueToKey(nameof(Row.Label))
            .Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
            {
                NumberOfLeaves = Leaves,
                NumberOfIterations = Trees,
                NumberOfThreads = 1,
            })).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        return [.. keys.Fit(training).Transform(asked).GetColumn<float>("PredictedLabel").Select(label => (double)label)];

        int Width(int other) => table.IsText[other] ? table.CategoriesOf(other) : 1;

        Row Of(double[] row, double label)
        {
            var (features, at) = (new float[size], 0);
            foreach (var (other, cell) in row.Index())
            {
                if (other != column && table.IsText[other] && cell >= 0) features[at + (int)cell] = 1;
                if (!table.IsText[other]) features[at] = other == column ? 0 : (float)cell;
                at += Width(other);
            }
            return new() { Label = (float)label, Features = features };
        }
    }

    private sealed class Row
    {
        public float Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
