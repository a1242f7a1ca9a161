using Gan.Onnx;

namespace Microsoft.ML;

/// <summary>What there is for generative adversarial networks; <c>Microsoft.ML.Gan</c> adds the trainers.</summary>
public sealed class GanCatalog
{
    internal GanCatalog(MLContext mlContext) => MLContext = mlContext;

    internal MLContext MLContext { get; }

    /// <summary>A generator to append to a pipeline.</summary>
    /// <param name="modelPath">The generator's ONNX file.</param>
    /// <param name="latentColumnName">The column to read latent vectors from. Default "Latent".</param>
    /// <param name="sampleColumnName">The column to write samples to. Default "Sample".</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a whole generator file.</exception>
    public GeneratorEstimator Generator(string modelPath, string latentColumnName = "Latent", string sampleColumnName = "Sample") =>
        new(MLContext, ModelFile.Read(modelPath), latentColumnName, sampleColumnName);

    /// <summary>Loads a generator.</summary>
    /// <inheritdoc cref="Generator"/>
    public GeneratorTransformer LoadGenerator(string modelPath, string latentColumnName = "Latent", string sampleColumnName = "Sample") =>
        new(MLContext, ModelFile.Read(modelPath), latentColumnName, sampleColumnName);

    /// <summary>Loads a generator.</summary>
    /// <param name="model">The generator's ONNX file, read to its end; it stays open.</param>
    /// <param name="latentColumnName">The column to read latent vectors from. Default "Latent".</param>
    /// <param name="sampleColumnName">The column to write samples to. Default "Sample".</param>
    /// <exception cref="InvalidDataException">The file is not a whole generator file, or can't make a first sample.</exception>
    public GeneratorTransformer LoadGenerator(Stream model, string latentColumnName = "Latent", string sampleColumnName = "Sample") =>
        new(MLContext, ModelFile.Read(model), latentColumnName, sampleColumnName);

    /// <summary>Loads a generator of table rows.</summary>
    /// <param name="modelPath">The generator's ONNX file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a whole tabular generator's, or can't make a first row.</exception>
    public TabularGenerator LoadTabularGenerator(string modelPath) => new(MLContext, ModelFile.Read(modelPath));

    /// <summary>Loads a generator of table rows.</summary>
    /// <param name="model">The generator's ONNX file, read to its end; it stays open.</param>
    /// <exception cref="InvalidDataException">The file is not a whole tabular generator's, or can't make a first row.</exception>
    public TabularGenerator LoadTabularGenerator(Stream model) => new(MLContext, ModelFile.Read(model));

    /// <summary>Latent vectors drawn from a prior, made as the rows are read.</summary>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="latentSize">The length of a vector. Range: >= 1.</param>
    /// <param name="seed">Row i is a function of the seed and i alone, so a larger count begins with the same rows.</param>
    /// <param name="prior">The prior p(z). Default N(0, I).</param>
    /// <param name="latentColumnName">The name of the column. Default "Latent".</param>
    /// <remarks>
    /// Philox4x32-10 (Salmon et al. 2011) at counters of the row's number; Box-Muller for the normal prior. Every operation is exact, or rounded as
    /// IEEE 754 has it, so a row has the same bits on every machine.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public IDataView Latents(int count, int latentSize, int seed = 0, LatentPrior prior = LatentPrior.Normal, string latentColumnName = "Latent")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(latentSize, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(latentColumnName);
        if (!Enum.IsDefined(prior)) throw new ArgumentOutOfRangeException(nameof(prior), $"The prior must be Normal or Uniform, but was {prior}.");
        return new LatentDataView(count, new LatentSource(seed, latentSize, prior), latentColumnName);
    }
}
