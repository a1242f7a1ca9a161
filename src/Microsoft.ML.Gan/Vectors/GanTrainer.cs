using System.Security.Cryptography;
using System.Text;
using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Reports;
using Microsoft.ML.Gan.Vectors;
using Microsoft.ML.Gan.Vectors.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Gan;

/// <summary>
/// Trains a generative adversarial network: a generator of samples like the training data's rows, and a discriminator of real rows from fake.
/// </summary>
/// <remarks>
/// <para>Input and output columns: the input column is a vector of <see cref="float"/> or <see cref="byte"/>; a key column may condition the GAN
/// on its classes. The output columns are Score (<see cref="float"/>), the discriminator's logit, Probability (<see cref="float"/>), the probability
/// that the row is real, and PredictedLabel (<see cref="bool"/>), whether its logit is above 0.</para>
/// <para>Trainer characteristics: machine learning task: generative modelling; is normalisation required: no, it is learnt and part of the model;
/// is caching required: no, the data is read once, and once more for each pass where it is beyond <see cref="Options.MemoryLimit"/>; required NuGet
/// in addition to Microsoft.ML: Microsoft.ML.Gan, and a libtorch and an ONNX Runtime package; exportable to ONNX: yes, both players, by
/// <see cref="GanTransformer.SaveGenerator"/> and <see cref="GanTransformer.SaveDiscriminator"/> (<c>mlContext.Model.ConvertToOnnx</c> writes a copy
/// of its inputs).</para>
/// <para>Training algorithm: k discriminator steps and one generator step in turn, algorithm 1 of Goodfellow et al. (2014), by Adam;
/// see docs/theory.md.</para>
/// </remarks>
public sealed partial class GanTrainer : IEstimator<GanTransformer>
{
    private const double GreatestExportDifference = 1e-2;             // of the data's greatest value; rounding stays far below

    private readonly MLContext _mlContext;
    private readonly Options _options;

    internal GanTrainer(MLContext mlContext, Options options)
    {
        var problems = options.Problems().ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        _mlContext = mlContext;
        _options = options;
    }

    /// <summary>Trains on the rows of a data view.</summary>
    /// <param name="input">The training data.</param>
    /// <exception cref="ArgumentException">
    /// The data can't be trained on: missing or mistyped columns, too few rows, values that are not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// CUDA was asked for and there is none, or rows beyond <see cref="Options.MemoryLimit"/> could not be read again, or were more or fewer.
    /// </exception>
    /// <exception cref="GanTrainingException">Training diverged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round.</exception>
    public GanTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var channel = ((IHostEnvironment)_mlContext).Register(nameof(GanTrainer)).Start("Training");
        var reader = new TrainingDataReader(_options.FeatureColumnName, _options.LabelColumnName, _options.SampleShape);
        var isHashed = (_options.Checkpoint ?? (object?)_options.ResumeFrom ?? _options.Exchange) is not null;
        var data = reader.Read(input, _options.CancellationToken, _options.MemoryLimit ?? MemoryLimit.Default, isHashed);
        var networks = NetworkChoice.Of(_options, data);
        var options = _options.For(networks.Shape, data.RowCount).Shuffling(data.RowCount, data.Held.Count);
        options.RequireRows(data.RowCount);
        if ((networks.Architecture.Problem(networks.Shape) ?? _options.Augmentation.Problem(networks.Shape)) is { } problem)
            throw new ArgumentException(problem);

        var device = _options.Device.Resolve(_mlContext);
        channel.Info(
            MessageSensitivity.None,
            $"Training {networks.Architecture.Name} on {data.RowCount:N0} rows of [{string.Join(", ", data.Schema.Shape)}] on {device.type}, " +
            $"loss {_options.Loss.Name}, regularizer {options.Regularizer.Name}.");
        if (!data.IsHeld)
        {
            channel.Info(
                MessageSensitivity.None,
                $"The rows are read anew in each pass, since they take more than {nameof(Options.MemoryLimit)}: the next one is drawn among " +
                $"{options.ShuffleBufferRows ?? data.RowCount:N0}.");
        }
        if (data.Schema.ClassesWithoutRows is { Count: > 0 } empty)
        {
            channel.Warning(
                MessageSensitivity.None,
                $"{empty.Count} of {data.Schema.ClassNames.Count} classes of '{_options.LabelColumnName}' have no rows, such as '{empty[0]}': " +
                "the generator learns nothing of them and refuses to make them. Map the keys by the rows that are trained on, or add rows.");
        }
        if (networks.Warning is { } ofShape) channel.Warning(MessageSensitivity.None, ofShape);
        options.Ranks.RequireSame("options and data", Fingerprint(options, data), "Start all of them by one command, and give them the same rows.");
        var before = SavedFit.Of(nameof(options.FineTuneFrom), options.FineTuneFrom);
        using var fit = new GanFit(
            options, networks, data, before, device, file => new GeneratorTransformer(_mlContext, file, GanTensors.Latent, GanTensors.Sample));
        if (before is not null) channel.Info(MessageSensitivity.None, $"The networks begin with the weights of '{before.Path}'.");
        ExportCheck.RequireExportable(_mlContext, fit.Model);
        foreach (var warning in NetworkEnds.Warnings(networks.Architecture, fit.Model)) channel.Warning(MessageSensitivity.None, warning);
        using var checkpoints = Checkpointing.Begin(
            options.Checkpoint, options.ResumeFrom, fit, () => options.Facts().Concat(DataFacts.Of(data)),
            message => channel.Info(MessageSensitivity.None, message), message => channel.Warning(MessageSensitivity.None, message),
            options.Ranks.IsFirst);
        var history = checkpoints is null ? Run() : checkpoints.Run(Run, options.DivergenceRetries);
        if (history.WasCancelled)
        {
            channel.Warning(
                MessageSensitivity.None, $"Training was cancelled after {history.Rounds:N0} rounds; the model has what was trained until then.");
        }

        var (discriminator, generator) = (GanExporter.Discriminator(fit.Model), GanExporter.Generator(fit.Model));
        var transformer = new GanTransformer(_mlContext, discriminator, generator, _options, data.Source.Features.Format.ItemType, history);
        history.ExportDifference = ExportCheck.Difference(fit.Model, transformer.Generator);
        var isGeneratorFinite = !double.IsNaN(history.ExportDifference);
        if (!isGeneratorFinite || !ExportCheck.AreScoresFinite(fit.Model, fit.SomeRows))
        {
            transformer.Dispose();
            throw new GanTrainingException(isGeneratorFinite
                ? "Training diverged in its last rounds: the discriminator's scores are not finite numbers. Lower DiscriminatorLearningRate."
                : "Training diverged in its last rounds: the generator's samples are not finite numbers. Lower GeneratorLearningRate.");
        }
        if (history.ExportDifference > GreatestExportDifference * fit.Model.Scaling.GreatestSize)
        {
            channel.Warning(
                MessageSensitivity.None,
                $"The exported generator's samples differ from the trained one's by up to {history.ExportDifference:G3}: " +
                "the ONNX form of a module of your own may be wrong.");
        }
        return transformer;

        GanTrainingHistory Run() => fit.Run(progress =>
        {
            checkpoints?.AtReport();
            if (!options.Ranks.IsFirst) return;
            channel.Info(MessageSensitivity.None, TrainingLog.Line(progress));
            foreach (var message in fit.Watch.Look(progress)) channel.Warning(MessageSensitivity.None, message);
            using var moment = new MomentaryGenerator(fit.CreateGenerator);
            _options.Progress?.Report(progress with { MakeGenerator = moment.Create });
        });
    }

    /// <summary>What all ranks must have alike.</summary>
    private static IncrementalHash Fingerprint(Options options, TrainingData data)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (options.Exchange is null) return hash;
        foreach (var (name, value) in options.Facts().Concat(DataFacts.Of(data))) hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\n"));
        return hash;
    }

    /// <summary>The columns that the transformer gives for given ones: those, Score, Probability and PredictedLabel.</summary>
    /// <param name="inputSchema">The columns that come in.</param>
    /// <exception cref="ArgumentException">The feature or label column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        var given = inputSchema.FirstOrDefault(column => column.Name == _options.FeatureColumnName).ItemType;
        var features = new VectorDataViewType((given is null ? null : FeatureFormat.Of(given))?.ItemType ?? NumberDataViewType.Single);
        InputSchema.Require(inputSchema, new OnnxColumn(GanTensors.Sample, _options.FeatureColumnName, features, "feature"));
        if (_options.LabelColumnName is { } labelName)
        {
            var keys = new KeyDataViewType(typeof(uint), 1);
            InputSchema.Require(inputSchema, new OnnxColumn(GanTensors.Label, labelName, keys, "label"), mustBeKey: true);
        }
        return ColumnShape.Append(_mlContext, inputSchema, DiscriminatorColumns.Outputs(_options));
    }
}
