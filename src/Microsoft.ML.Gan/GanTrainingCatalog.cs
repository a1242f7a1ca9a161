using Microsoft.ML.Gan;

namespace Microsoft.ML;

/// <summary>Trains GANs: the methods that this package adds to <c>mlContext.Gan()</c>.</summary>
public static class GanTrainingCatalog
{
    /// <summary>A GAN trainer to append to a pipeline.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">Options are out of range; the message lists all of them.</exception>
    public static GanTrainer Train(this GanCatalog catalog, GanTrainer.Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new GanTrainer(catalog.MLContext, options ?? new GanTrainer.Options());
    }

    /// <summary>Trains a GAN on the rows of a data view.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="data">The training data, with the feature column and, for a class-conditional GAN, the label column.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">Options are out of range, or the data can't be trained on.</exception>
    /// <exception cref="GanTrainingException">Training diverged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round.</exception>
    public static GanTransformer Train(this GanCatalog catalog, IDataView data, GanTrainer.Options? options = null) =>
        catalog.Train(options).Fit(data);

    /// <summary>A trainer of tables to append to a pipeline.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">Options are out of range; the message lists all of them.</exception>
    public static TabularGanTrainer TrainTabular(this GanCatalog catalog, TabularGanTrainer.Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new TabularGanTrainer(catalog.MLContext, options ?? new TabularGanTrainer.Options());
    }

    /// <summary>Trains a GAN on a table of mixed columns.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="data">The table: columns of numbers, text, booleans, keys, dates or spans of time.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">Options are out of range, or the table can't be trained on.</exception>
    /// <exception cref="GanTrainingException">Training diverged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round.</exception>
    public static TabularGanTransformer TrainTabular(this GanCatalog catalog, IDataView data, TabularGanTrainer.Options? options = null) =>
        catalog.TrainTabular(options).Fit(data);
}
