using Gan.Evaluation;
using Gan.Evaluation.Images;
using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Detection;
using Gan.Evaluation.Tables.Validity;
using Gan.Onnx;
using Microsoft.ML.Gan;

namespace Microsoft.ML;

/// <summary>Measures what GANs make: the methods that this package adds to <c>mlContext.Gan()</c>.</summary>
public static class GanEvaluationCatalog
{
    /// <summary>Measures how good a synthetic table is.</summary>
    /// <remarks>
    /// Tables are read once, into memory. Columns are found by the real table's names; others are left out.
    /// What is drawn is drawn in the same way every time: the same tables give the same figures, whatever the context's seed.
    /// Models are ML.NET's LightGBM. Columns of identifiers, such as account numbers, are left out:
    /// <see cref="TabularGanMetrics.Identifiers"/> names them, and <see cref="TabularGanMetrics.Remarks"/> says why a figure is missing.
    /// Truth values are the same however they are spelt: True, "true", "yes" and 1.
    /// </remarks>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="real">
    /// The real table, best the rows that the generator was trained on. Columns of numbers, texts, Booleans, keys, dates and spans of time.
    /// </param>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="test">
    /// Real rows that the generator was not trained on: utility, detection and the ceiling are measured with them, and whether rows were
    /// memorised. Without them utility is measured with a fifth of the real rows, detection with all of them, the ceiling with some drawn
    /// with replacement, and <see cref="TabularGanMetrics.CloserToTrain"/> not at all.
    /// </param>
    /// <param name="labelColumnName">The column that models are trained to predict; null for no utility.</param>
    /// <exception cref="ArgumentException">
    /// A table is empty or lacks a column, or a column is of other things than the real one, or not of scalars.
    /// </exception>
    public static TabularGanMetrics EvaluateTabular(
        this GanCatalog catalog, IDataView real, IDataView synthetic, IDataView? test = null, string? labelColumnName = null) =>
        catalog.EvaluateTabular(real, synthetic, test, labelColumnName, new TabularEvaluationOptions());

    /// <summary>Measures how good a synthetic table is, with options.</summary>
    /// <inheritdoc cref="EvaluateTabular(GanCatalog, IDataView, IDataView, IDataView?, string?)"/>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="real">The real table, best the rows that the generator was trained on.</param>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="test">Real rows that the generator was not trained on; null for none.</param>
    /// <param name="labelColumnName">The column that models are trained to predict; null for no utility.</param>
    /// <param name="options">What is measured beside what always is.</param>
    public static TabularGanMetrics EvaluateTabular(
        this GanCatalog catalog, IDataView real, IDataView synthetic, IDataView? test, string? labelColumnName, TabularEvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentNullException.ThrowIfNull(options);
        if (options.ProtocolRows < DetectionMeasure.LeastRows)
            throw new ArgumentException(
                $"ProtocolRows must be at least {DetectionMeasure.LeastRows}, but was {options.ProtocolRows}. Leave it null for all rows.");
        if (labelColumnName is not null) real.Schema.Find("label", labelColumnName);
        var reader = new EvaluatedTableReader(real.Schema);
        var realTable = reader.Read("real", real);
        var syntheticTable = reader.Read("synthetic", synthetic);
        var testTable = test is null ? null : reader.Read("test", test);
        var rules = new RuleMeasure(options.Rules).Of(real, synthetic, test);
        return new TabularEvaluation(catalog.MLContext, new(realTable, syntheticTable, testTable), labelColumnName, options).Measure(rules);
    }

    /// <summary>Measures how good generated images are.</summary>
    /// <remarks>
    /// Views are read row by row, and once more for the images that a report shows. At most <see cref="ImageEvaluationOptions.MostImages"/>
    /// of each are drawn, and only their features stay in memory.
    /// The same images give the same figures, whatever the context's seed. Networks run as the context says, on a GPU if it names one.
    /// </remarks>
    /// <param name="catalog">The catalog, <c>mlContext.Gan()</c>.</param>
    /// <param name="real">The real images, best those that the generator was trained on.</param>
    /// <param name="generated">The generated images.</param>
    /// <param name="options">The columns, the test images, and what images are compared by; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// An option is out of its range, a view has fewer than 20 images or lacks a column, or images are of another size or have no finite pixels.
    /// </exception>
    public static ImageGanMetrics EvaluateImages(
        this GanCatalog catalog, IDataView real, IDataView generated, ImageEvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(generated);
        options ??= new();
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), nameof(options));
        return new ImageEvaluation(catalog.MLContext, real, generated, options).Measure();
    }
}
