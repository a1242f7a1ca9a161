using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using FeatureRow = Microsoft.ML.Gan.Evaluation.FeatureEncoding.FeatureRow;

namespace Microsoft.ML.Gan.Evaluation;

/// <summary>ML.NET's LightGBM, with the same settings for real and for synthetic rows: the same rows give the same model.</summary>
internal sealed record BoostedTrees(MLContext MLContext, int Iterations, double LearningRate, int RowsPerLeaf)
{
    private const int Leaves = 31;

    /// <summary>The probability of class 0 for each row to score, of two classes.</summary>
    public float[] FirstOfTwo(IDataView train, IDataView score) => Scores<float>(train, score, "Probability", MLContext.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
    {
        LabelColumnName = nameof(FeatureRow.IsPositive),
        FeatureColumnName = nameof(FeatureRow.Features),
        NumberOfIterations = Iterations,
        LearningRate = LearningRate,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = RowsPerLeaf,
        UseCategoricalSplit = true,
        Deterministic = true,
        Seed = 0,
    }));

    /// <summary>The probability of each class for each row to score.</summary>
    public float[][] Classes(IDataView train, IDataView score) => Scores<float[]>(train, score, "Score", MLContext.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
    {
        LabelColumnName = nameof(FeatureRow.Class),
        FeatureColumnName = nameof(FeatureRow.Features),
        NumberOfIterations = Iterations,
        LearningRate = LearningRate,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = RowsPerLeaf,
        UseCategoricalSplit = true,
        UseSoftmax = true,
        Deterministic = true,
        Seed = 0,
    }));

    /// <summary>The number predicted for each row to score.</summary>
    public float[] Number(IDataView train, IDataView score) => Scores<float>(train, score, "Score", MLContext.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
    {
        LabelColumnName = nameof(FeatureRow.Target),
        FeatureColumnName = nameof(FeatureRow.Features),
        NumberOfIterations = Iterations,
        LearningRate = LearningRate,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = RowsPerLeaf,
        UseCategoricalSplit = true,
        Deterministic = true,
        Seed = 0,
    }));

    private static T[] Scores<T>(IDataView train, IDataView score, string column, IEstimator<ITransformer> trainer) =>
        [.. trainer.Fit(train).Transform(score).GetColumn<T>(column)];
}
