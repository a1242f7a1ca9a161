using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

namespace Gan.Evaluation.Tables.Models;

/// <summary>The classifiers by which the field tells synthetic from real rows, as near as ML.NET has them.</summary>
internal static class TwoSampleModels
{
    /// <summary>Logistic regression as scikit-learn's defaults have it: ½ ‖w‖² + Σ losses, at most 100 steps of L-BFGS.</summary>
    public static IEstimator<ITransformer> LogisticRegression(MLContext mlContext) =>
        mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.IsPositive),
            FeatureColumnName = nameof(FeatureRow.Features),
            L1Regularization = 0,
            L2Regularization = 1,
            HistorySize = 10,
            MaximumNumberOfIterations = 100,
            NumberOfThreads = 1,
        });

    /// <summary>LightGBM with the defaults of XGBoost: 100 trees of depth 6, rate 0.3, Hessian of a leaf at least 1, λ = 1, 256 bins.</summary>
    public static IEstimator<ITransformer> BoostedTrees(MLContext mlContext) =>
        mlContext.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.IsPositive),
            FeatureColumnName = nameof(FeatureRow.Features),
            NumberOfIterations = 100,
            LearningRate = 0.3,
            NumberOfLeaves = 64,                          // those of depth 6: the depth alone is a limit
            MinimumExampleCountPerLeaf = 1,
            MaximumBinCountPerFeature = 256,
            UseCategoricalSplit = false,
            Sigmoid = 1,
            Booster = new GradientBooster.Options { MaximumTreeDepth = 6, L2Regularization = 1, MinimumChildWeight = 1 },
            Deterministic = true,
            Seed = 0,
        });

    /// <summary>The score of each row by a classifier that learnt from others; null if it learnt nothing.</summary>
    public static float[]? Scores(IEstimator<ITransformer> trainer, IDataView train, IDataView score)
    {
        try
        {
            return [.. trainer.Fit(train).Transform(score).GetColumn<float>("Score")];
        }
        catch (ArgumentNullException)
        {
            return null;         // LightGBM grows a tree of one leaf when no split is any good; ML.NET 5.0.1 can't hold such a tree
        }
    }
}
