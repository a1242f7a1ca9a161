using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Vectors;

namespace Microsoft.ML.Gan;

/// <summary>
/// A trained GAN. In a pipeline it is the discriminator: features in, Score and Probability out; <see cref="Generator"/> makes samples.
/// </summary>
/// <remarks>It holds two ONNX models and nothing of torch. Any number of threads may use it at once.</remarks>
public sealed class GanTransformer : ITransformer, IDisposable
{
    private readonly byte[] _discriminatorModel;
    private readonly OnnxScorer _discriminator;

    internal GanTransformer(
        MLContext mlContext, byte[] discriminatorModel, byte[] generatorModel, GanTrainer.Options options, GanTrainingHistory history)
    {
        _discriminatorModel = discriminatorModel;
        var (_, manifest) = ModelFile.Parse(discriminatorModel, GanManifest.DiscriminatorKind);
        _discriminator = new OnnxScorer(
            mlContext, typeof(GanTransformer), discriminatorModel, DiscriminatorColumns.Inputs(manifest, options),
            DiscriminatorColumns.Outputs(options));
        Generator = new GeneratorTransformer(mlContext, generatorModel, GanTensors.Latent, GanTensors.Sample);
        History = history;
    }

    /// <value>The generator: latent vectors to samples.</value>
    public GeneratorTransformer Generator { get; }

    /// <value>How the training went.</value>
    public GanTrainingHistory History { get; }

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>The columns that come out: the input's, Score and Probability.</summary>
    /// <param name="inputSchema">The columns that come in.</param>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _discriminator.GetOutputSchema(inputSchema);

    /// <summary>Adds D's logit and the probability that a row is real; computed lazily, in batches.</summary>
    /// <param name="input">The rows to judge.</param>
    public IDataView Transform(IDataView input) => _discriminator.Transform(input);

    /// <summary>Saves the generator as an ONNX file.</summary>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    public void SaveGenerator(string path) => Generator.Save(path);

    /// <summary>Saves the discriminator as an ONNX file: inputs Sample and, with classes, Label; outputs Score and Probability.</summary>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    public void SaveDiscriminator(string path) => AtomicFile.Write(path, _discriminatorModel);

    /// <summary>Frees both models' sessions. Rows not read by then cannot be: other threads' reading ends with an exception.</summary>
    public void Dispose()
    {
        _discriminator.Dispose();
        Generator.Dispose();
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => _discriminator.GetRowToRowMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)_discriminator).Save(ctx);
}
