using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Vectors;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Gan;

/// <summary>
/// A trained GAN. In a pipeline it is the discriminator: features in, Score, Probability and
/// PredictedLabel out; <see cref="Generator"/> makes samples.
/// </summary>
/// <remarks>
/// It holds two ONNX models and nothing of torch. Any number of threads may use it at once. <c>mlContext.Model.Save</c> writes the discriminator
/// alone: the generator is saved by <see cref="SaveGenerator"/>. <c>mlContext.Model.ConvertToOnnx</c> writes neither, but a copy of its inputs:
/// call <see cref="SaveDiscriminator"/> and <see cref="SaveGenerator"/>.
/// </remarks>
public sealed class GanTransformer : ITransformer, IDisposable
{
    private readonly MLContext _mlContext;
    private readonly byte[] _discriminatorModel;
    private readonly OnnxScorer _discriminator;
    private bool _isGeneratorSaved;

    internal GanTransformer(
        MLContext mlContext, byte[] discriminatorModel, byte[] generatorModel, GanTrainer.Options options, NumberDataViewType itemType,
        GanTrainingHistory history)
    {
        _mlContext = mlContext;
        _discriminatorModel = discriminatorModel;
        var (_, manifest) = ModelFile.Parse(discriminatorModel, GanManifest.DiscriminatorKind);
        _discriminator = new OnnxScorer(
            mlContext, typeof(GanTransformer), discriminatorModel, DiscriminatorColumns.Inputs(manifest, options, itemType),
            DiscriminatorColumns.Outputs(options));
        Generator = new GeneratorTransformer(mlContext, generatorModel, GanTensors.Latent, GanTensors.Sample);
        History = history;
    }

    /// <value>The generator: latent vectors to samples.</value>
    public GeneratorTransformer Generator { get; }

    /// <value>How the training went.</value>
    public GanTrainingHistory History { get; }

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>The columns that come out: the input's, Score, Probability and PredictedLabel.</summary>
    /// <param name="inputSchema">The columns that come in.</param>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _discriminator.GetOutputSchema(inputSchema);

    /// <summary>Adds D's logit, the probability that a row is real, and whether D takes it for real; computed lazily, in batches.</summary>
    /// <param name="input">The rows to judge.</param>
    public IDataView Transform(IDataView input) => _discriminator.Transform(input);

    /// <summary>Saves the generator as an ONNX file.</summary>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    public void SaveGenerator(string path)
    {
        Generator.Save(path);
        _isGeneratorSaved = true;
    }

    /// <summary>Saves the discriminator as an ONNX file: inputs Sample and, with classes, Label; outputs Score, Probability and
    /// PredictedLabel.</summary>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    public void SaveDiscriminator(string path) => AtomicFile.Write(path, _discriminatorModel);

    /// <summary>Frees both models' sessions. Rows not read by then cannot be: other threads' reading ends with an exception.</summary>
    public void Dispose()
    {
        _discriminator.Dispose();
        Generator.Dispose();
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => _discriminator.GetRowToRowMapper(inputSchema);

    /// <remarks>A chain of transformers maps columns, as the discriminator does; the generator has no place in it.</remarks>
    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ((ICanSaveModel)_discriminator).Save(ctx);
        if (_isGeneratorSaved) return;
        using var channel = ((IHostEnvironment)_mlContext).Register(nameof(GanTransformer)).Start("Saving");
        channel.Warning(
            MessageSensitivity.None,
            $"The saved model has the discriminator alone, and not the generator. Save that too, by {nameof(SaveGenerator)}.");
    }
}
