using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A trained generator G: maps latent vectors z to samples G(z) by ONNX Runtime.</summary>
/// <remarks>
/// Rows are scored in batches as they are read. A latent vector decides its sample, whatever rows stand around it. A transformer may be
/// used by any number of threads at once. Saved with <c>mlContext.Model.Save</c> it becomes ML.NET's own ONNX transformer, which loads
/// in programs without this library.
/// </remarks>
public sealed partial class GeneratorTransformer : ITransformer, IDisposable
{
    private readonly GeneratorColumns _columns;
    private readonly GeneratorModel _model;
    private readonly OnnxScorer _scorer;
    private readonly SpanScorer _spans;

    internal GeneratorTransformer(MLContext mlContext, byte[] model, string latentColumnName, string sampleColumnName)
        : this(mlContext, new GeneratorModel(model), latentColumnName, sampleColumnName)
    {
    }

    internal GeneratorTransformer(MLContext mlContext, GeneratorModel model, GeneratorColumns columns)
    {
        _model = model;
        _columns = columns;
        _scorer = new OnnxScorer(mlContext, typeof(GeneratorTransformer), model.File, columns.Inputs, [columns.Sample]);
        _scorer.Check(Latents(0, 1, Source(seed: 0)));
        _spans = new SpanScorer(_scorer.Model, columns.Latent, columns.Label, columns.Sample);
    }

    private GeneratorTransformer(MLContext mlContext, GeneratorModel model, string latentColumnName, string sampleColumnName)
        : this(mlContext, model, new GeneratorColumns(model, latentColumnName, sampleColumnName))
    {
    }

    /// <value>The length of a latent vector.</value>
    public int LatentSize => _model.Manifest.LatentSize;

    /// <value>The prior p(z) that the generator was trained with.</value>
    public LatentPrior Prior => _model.Manifest.Prior;

    /// <value>The shape of one sample: [2] for points of the plane, [1, 28, 28] for grey images of 28 by 28.</value>
    public IReadOnlyList<int> SampleShape => _model.Manifest.SampleShape;

    /// <value>The names of the classes in the order of their key values 1, 2, ...; empty for an unconditional generator.</value>
    public IReadOnlyList<string> ClassNames => _model.Manifest.ClassNames;

    /// <value>What runs the model, for readers of several samplings at once.</value>
    internal OnnxScorer Scorer => _scorer;

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>Draws latent vectors from the prior and maps them to samples, as the rows are read.</summary>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="seed">Row i is a function of the seed and i alone, so a larger count begins with the same rows.</param>
    /// <returns>The latent column, for a class-conditional generator the key column <c>Label</c>, and the sample column.</returns>
    /// <remarks>A class-conditional generator's classes are drawn by their frequencies in the training data.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView Sample(int count, int seed = 0) => SampleFrom(0, count, seed);

    /// <summary>Draws latent vectors from the prior and maps them to samples of one class, as the rows are read.</summary>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="className">One of <see cref="ClassNames"/>.</param>
    /// <param name="seed">Row i is a function of the seed, the class and i alone.</param>
    /// <returns>The latent column, the key column <c>Label</c>, and the sample column.</returns>
    /// <exception cref="ArgumentException">There is no such class, or it had no training rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    public IDataView Sample(int count, string className, int seed = 0) => SampleFrom(0, count, className, seed);

    /// <summary>Makes some of the rows of a seed: those that <see cref="Sample(int, int)"/> with more rows has at their places.</summary>
    /// <param name="firstRow">The number of the first row. Range: >= 0.</param>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="seed">Row i is a function of the seed and i alone.</param>
    /// <remarks>So any number of processes make parts of one sample, without a word between them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public IDataView SampleFrom(long firstRow, int count, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Transform(Latents(firstRow, count, Source(seed)));
    }

    /// <summary>Makes some of the rows of a seed and class: those that <see cref="Sample(int, string, int)"/> has at their places.</summary>
    /// <param name="firstRow">The number of the first row. Range: >= 0.</param>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="className">One of <see cref="ClassNames"/>.</param>
    /// <param name="seed">Row i is a function of the seed, the class and i alone.</param>
    /// <exception cref="ArgumentException">There is no such class, or it had no training rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    public IDataView SampleFrom(long firstRow, int count, string className, int seed = 0)
    {
        var index = RequireClass(className);
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Transform(Latents(firstRow, count, Source(seed), LatentLabels.One(GeneratorColumns.LabelColumnName, ClassNames, index)));
    }

    /// <summary>Writes the generator's ONNX file, byte for byte.</summary>
    /// <param name="path">The file; an older one is replaced when the new one is whole.</param>
    public void Save(string path) => AtomicFile.Write(path, _model.File);

    /// <summary>Writes the generator's ONNX file, byte for byte.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_model.File);
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _scorer.GetOutputSchema(inputSchema);

    /// <summary>Adds the sample column; the samples are computed as the rows are read.</summary>
    /// <param name="input">Data with the latent column and, for a class-conditional generator, the key column <c>Label</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has the wrong type.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _scorer.Transform(input);
    }

    /// <summary>Releases the ONNX Runtime session. Rows not read by then cannot be: other threads' reading ends with an exception.</summary>
    public void Dispose()
    {
        _spans.Dispose();
        _scorer.Dispose();
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => _scorer.GetRowToRowMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)_scorer).Save(ctx);

    /// <summary>The index of a class.</summary>
    private int RequireClass(string className)
    {
        ArgumentNullException.ThrowIfNull(className);
        if (_columns.Label is null)
        {
            throw new InvalidOperationException(
                $"The generator must be class-conditional to make samples of class '{className}', but was trained without a label column. " +
                "Call Sample(count, seed).");
        }
        var index = ClassNames.ToList().IndexOf(className);
        if (index < 0)
            throw new ArgumentException($"The class must be one of {string.Join(", ", ClassNames)}, but was '{className}'.", nameof(className));
        var frequencies = _model.Manifest.ClassFrequencies;
        if (frequencies[index] == 0)
        {
            var learnt = string.Join(", ", ClassNames.Where((_, other) => frequencies[other] > 0));
            throw new ArgumentException(
                $"The class must have had training rows, but '{className}' had none. Take one of {learnt}, or train with rows of it.",
                nameof(className));
        }
        return index;
    }

    private LatentSource Source(int seed) => new(seed, LatentSize, Prior);

    private LatentDataView Latents(long firstRow, int count, LatentSource source) => Latents(firstRow, count, source, _columns.Label is null
        ? null
        : LatentLabels.Drawn(GeneratorColumns.LabelColumnName, ClassNames, _model.Manifest.ClassFrequencies, source));

    private LatentDataView Latents(long firstRow, int count, LatentSource source, LatentLabels? labels) =>
        new(count, source, _columns.Latent.ColumnName, labels, firstRow);
}
