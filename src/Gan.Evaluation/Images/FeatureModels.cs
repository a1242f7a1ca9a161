using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Gan.Evaluation.Images;

/// <summary>ML.NET's models over features: the same features give the same figures.</summary>
internal sealed class FeatureModels
{
    private const int MostCells = 10, ImagesPerCell = 100, Iterations = 100;
    private const float Regularization = 0.01f;

    private readonly MLContext _mlContext = new(seed: 0);

    /// <summary>The classification accuracy of a softmax classifier that is trained on one sample and tested on another.</summary>
    public double Accuracy(ImageSample train, ImageSample test)
    {
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            FeatureColumnName = nameof(Row.Features),
            LabelColumnName = "Class",
            L1Regularization = 0,
            L2Regularization = Regularization,
            MaximumNumberOfIterations = Iterations,
            NumberOfThreads = 1,
        };
        if (train.Labels.Distinct().Count() == 1) return (double)test.Labels.Count(label => label == train.Labels[0]) / test.Count;
        var predicted = _mlContext.Transforms.Conversion.MapValueToKey("Class", nameof(Row.Label))
            .AppendCacheCheckpoint(_mlContext)
            .Append(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options))
            .Append(_mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(View(train)).Transform(View(test)).GetColumn<string>("PredictedLabel");
        return predicted.Zip(test.Labels).Average(pair => pair.First == pair.Second ? 1.0 : 0);
    }

    /// <summary>The cell of each image: clusters of k-means, of a hundred images or more on average.</summary>
    public int[] Cells(ImageSample sample)
    {
        var count = Math.Clamp(sample.Count / ImagesPerCell, 1, MostCells);
        if (count == 1) return new int[sample.Count];
        var options = new KMeansTrainer.Options { FeatureColumnName = nameof(Row.Features), NumberOfClusters = count, NumberOfThreads = 1 };
        var view = View(sample);
        var cells = _mlContext.Clustering.Trainers.KMeans(options).Fit(view).Transform(view).GetColumn<uint>("PredictedLabel");
        return [.. cells.Select(cell => (int)cell)];
    }

    private IDataView View(ImageSample sample)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, sample.Features[0].Length);
        return _mlContext.Data.LoadFromEnumerable(
            sample.Features.Zip(sample.Labels, (features, label) => new Row { Features = features, Label = label }), schema);
    }

    private sealed class Row
    {
        public float[] Features { get; init; } = [];

        public string Label { get; init; } = "";
    }
}
