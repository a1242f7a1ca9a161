using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Gan.Evaluation.Tables.Models;

/// <summary>ML.NET's LightGBM, with the same settings for real and for synthetic rows: the same rows give the same model.</summary>
internal sealed record BoostedTrees(MLContext MLContext, int Iterations, double LearningRate, int RowsPerLeaf)
{
    private const int Leaves = 31;

    /// <summary>The probability of being positive for each row to score; null if nothing can be learned.</summary>
    public float[]? Probabilities(IDataView train, IDataView score)
    {
        var options = WithSettings(new LightGbmBinaryTrainer.Options(), nameof(FeatureRow.IsPositive));
        return Scores(train, score, "Probability", MLContext.BinaryClassification.Trainers.LightGbm(options));
    }

    /// <summary>The number predicted for each row to score; null if nothing can be learned.</summary>
    public float[]? Numbers(IDataView train, IDataView score)
    {
        var options = WithSettings(new LightGbmRegressionTrainer.Options(), nameof(FeatureRow.Target));
        return Scores(train, score, "Score", MLContext.Regression.Trainers.LightGbm(options));
    }

    private TOptions WithSettings<TOptions, TOutput, TTransformer, TModel>(
        LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase options, string labelColumnName)
        where TOptions : LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        options.LabelColumnName = labelColumnName;
        options.FeatureColumnName = nameof(FeatureRow.Features);
        options.NumberOfIterations = Iterations;
        options.LearningRate = LearningRate;
        options.NumberOfLeaves = Leaves;
        options.MinimumExampleCountPerLeaf = RowsPerLeaf;
        options.UseCategoricalSplit = true;
        options.Deterministic = true;
        options.Seed = 0;
        return (TOptions)options;
    }

    private static float[]? Scores(IDataView train, IDataView score, string column, IEstimator<ITransformer> trainer)
    {
        try
        {
            return [.. trainer.Fit(train).Transform(score).GetColumn<float>(column)];
        }
        catch (ArgumentNullException)
        {
            return null;         // LightGBM grows a tree of one leaf when no split is any good; ML.NET 5.0.1 can't hold such a tree
        }
    }
}
