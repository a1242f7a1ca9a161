using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Gan.Onnx;

/// <summary>A stock transformer from a vector of one value to a scalar column named <see cref="OutputColumnName"/>.</summary>
/// <remarks>
/// ML.NET has no transform for this.
/// It is a linear regression with weight 1 and bias 0. Gradient descent with rate 1/4 on the rows (1, 1) and (-1, -1) finds both exactly:
/// each step adds 1/2 to the weight, and the two steps' changes of the bias, +1/2 and -1/2, cancel.
/// </remarks>
internal static class StockScalar
{
    /// <summary>The column that stock regressions write; it cannot be chosen.</summary>
    public const string OutputColumnName = "Score";

    public static ITransformer Create(MLContext mlContext, string vectorColumnName)
    {
        var definition = SchemaDefinition.Create(typeof(Row));
        definition[nameof(Row.Vector)].ColumnName = vectorColumnName;
        var rows = mlContext.Data.LoadFromEnumerable([new Row { Vector = [1], Target = 1 }, new Row { Vector = [-1], Target = -1 }], definition);
        return mlContext.Regression.Trainers.OnlineGradientDescent(new OnlineGradientDescentTrainer.Options
        {
            FeatureColumnName = vectorColumnName,
            LabelColumnName = nameof(Row.Target),
            LearningRate = 0.25f,
            DecreaseLearningRate = false,
            NumberOfIterations = 1,
            Averaged = false,
        }).Fit(rows);
    }

    private sealed class Row
    {
        [VectorType(1)]
        public float[] Vector { get; init; } = [];

        public float Target { get; init; }
    }
}
