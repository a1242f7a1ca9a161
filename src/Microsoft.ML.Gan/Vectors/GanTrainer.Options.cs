using Gan.Onnx;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Regularizers;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Vectors;

namespace Microsoft.ML.Gan;

public sealed partial class GanTrainer
{
    /// <summary>
    /// How a GAN is trained. All faults of an object of this class are reported at once, by <see cref="GanTrainer"/>'s constructor.
    /// </summary>
    public sealed record Options
    {
        private readonly int? _batchSize;                             // null: by the data, which is not known yet
        private readonly double? _generatorLearningRate;
        private readonly double? _discriminatorLearningRate;

        /// <value>The column of <see cref="float"/> vectors to learn. Default "Features".</value>
        public string FeatureColumnName { get; init; } = "Features";

        /// <value>A key column whose classes condition both players; null trains an unconditional GAN. Default null.</value>
        public string? LabelColumnName { get; init; }

        /// <value>
        /// The output column of D's logit. Default "Score". Under another name it comes back from <c>Model.Load</c> as a vector of one component.
        /// </value>
        public string ScoreColumnName { get; init; } = "Score";

        /// <value>The output column of D(x) = σ(logit), the probability that a row is real. Default "Probability".</value>
        public string ProbabilityColumnName { get; init; } = "Probability";

        /// <value>
        /// The output column of whether D takes a row for real: whether its logit is above 0. Default "PredictedLabel", where ML.NET's evaluators of
        /// binary classifiers look for it.
        /// </value>
        public string PredictedLabelColumnName { get; init; } = "PredictedLabel";

        /// <value>
        /// The shape of one sample, such as [1, 28, 28] (channels, height, width), [28, 28], or [28, 28, 3] (channels last). Default null: the
        /// column's own dimensions.
        /// </value>
        public IReadOnlyList<int>? SampleShape { get; init; }

        /// <value>The length of a latent vector z. Default 64. Range: 1 to 65,536.</value>
        public int LatentSize { get; init; } = GanDefaults.LatentSize;

        /// <value>The prior p(z). Default <see cref="LatentPrior.Normal"/>.</value>
        public LatentPrior Prior { get; init; } = GanDefaults.Prior;

        /// <value>
        /// The networks. Default null: by the sample's shape, <see cref="GanArchitectures.Upsampling"/> for images of 1 to 4 channels and 8 to 256
        /// pixels, else an MLP of 3 layers of 96 units whose discriminator sees 32 Fourier features and whose generator takes 8 components of z, at
        /// most half of them, by their signs.
        /// </value>
        public GanArchitecture? Architecture { get; init; }

        /// <value>The players' losses. Default <see cref="GanLosses.NonSaturating"/>.</value>
        public IGanLoss Loss { get; init; } = GanLosses.NonSaturating;

        /// <value>
        /// The penalty on the discriminator. Default for vectors <see cref="GanRegularizers.R1R2"/> in every fourth step, γ going from 5 to 0.0001
        /// over four fifths of the fit; for images <see cref="GanRegularizers.R1"/> in every fourth step, with γ = 1.
        /// </value>
        public IDiscriminatorRegularizer Regularizer { get; init; } = GanDefaults.Regularizer;

        /// <value>What is done to the rows that D sees, real and fake, in both players' steps. Default <see cref="GanAugmentations.None"/>.</value>
        public IGanAugmentation Augmentation { get; init; } = GanAugmentations.None;

        /// <value>Discriminator steps per generator step: k of algorithm 1, Goodfellow et al. (2014). Default 1. Range: &gt; 0.</value>
        public int DiscriminatorSteps { get; init; } = GanDefaults.DiscriminatorSteps;

        /// <value>Chooses the steps of either player as the fit goes; null for always <see cref="DiscriminatorSteps"/> and 1. Default null.</value>
        public IGanPacing? Pacing { get; init; }

        /// <value>The order in which the players move. Default <see cref="GanUpdate.Alternating"/>.</value>
        public GanUpdate Update { get; init; }

        /// <value>
        /// Rows that the discriminator judges together, so that it sees a lack of variety: m of PacGAN (Lin et al. 2018). A row scored later is
        /// judged as a pack of copies of itself. Default 1: no packing. Range: &gt; 0, and a divisor of <see cref="BatchSize"/>.
        /// </value>
        public int PackSize { get; init; } = GanDefaults.PackSize;

        /// <value>
        /// Real rows, and as many fake ones, in a step. Default 256 for vectors, 64 for images, and no more than there are rows. Range: &gt; 1, and
        /// at most the number of rows.
        /// </value>
        public int BatchSize { get => _batchSize ?? GanDefaults.Vectors.BatchSize; init => _batchSize = value; }

        /// <value>
        /// Passes over the data, in whole rounds of the steps that <see cref="Pacing"/> begins with; a round that takes more than the data counts as
        /// a pass. Default <see cref="int.MaxValue"/>: as many as <see cref="MaxRounds"/> allows. Range: &gt; 0.
        /// </value>
        public int Epochs { get; init; } = int.MaxValue;

        /// <value>
        /// The most rounds to train, whatever <see cref="Epochs"/> says. Default null: no limit, but 8,000 for vectors and 5,000 for images where
        /// <see cref="Epochs"/> sets none either, so that a small data set trains as long as a large one. Range: &gt; 0.
        /// </value>
        public int? MaxRounds { get; init; }

        /// <value>Adam's learning rate for the generator. Default 0.001 for vectors, 0.0008 for images. Range: &gt; 0.</value>
        public double GeneratorLearningRate
        {
            get => _generatorLearningRate ?? GanDefaults.Vectors.GeneratorLearningRate;
            init => _generatorLearningRate = value;
        }

        /// <value>Adam's learning rate for the discriminator. Default 0.002 for vectors, 0.0008 for images. Range: &gt; 0.</value>
        public double DiscriminatorLearningRate
        {
            get => _discriminatorLearningRate ?? GanDefaults.Vectors.DiscriminatorLearningRate;
            init => _discriminatorLearningRate = value;
        }

        /// <value>
        /// What both learning rates are multiplied by as the fit goes. Default half a cosine from 1 to 0. Range: ≥ 0, and not 0 throughout.
        /// </value>
        public GanSchedule LearningRateSchedule { get; init; } = GanDefaults.LearningRateSchedule;

        /// <value>Adam's β₁, how long gradients are remembered. Default 0.5. Range: 0 up to, not with, 1.</value>
        public double AdamBeta1 { get; init; } = GanDefaults.AdamBeta1;

        /// <value>Adam's β₂, how long their squares are. Default 0.99. Range: 0 up to, not with, 1.</value>
        public double AdamBeta2 { get; init; } = GanDefaults.AdamBeta2;

        /// <value>
        /// The half-life, in samples, of the moving average of G's weights that is exported; null exports the last weights. Default 10,000. Range:
        /// &gt; 0.
        /// </value>
        public double? EmaHalfLifeInSamples { get; init; } = GanDefaults.EmaHalfLifeInSamples;

        /// <value>The seed of all randomness of the fit: same seed, same machine, same number of threads, same result. Default 0. Range: ≥ 0.</value>
        public int Seed { get; init; }

        /// <value>Where to train. Default <see cref="TrainingDevice.Auto"/>.</value>
        public TrainingDevice Device { get; init; } = TrainingDevice.Auto;

        /// <value>
        /// Is told of every report, about 200 times a fit or every 100 rounds if that is oftener; called on the fitting thread. Default null.
        /// </value>
        public IProgress<GanProgress>? Progress { get; init; }

        /// <value>
        /// A measure of one's own by which the generator of the best moment is kept, greater being better; called some 30 times a fit, on the fitting
        /// thread, and the generator is disposed of afterwards. <see cref="GanTrainingReport.Quality"/> has what it gave. Default null: the last
        /// moment's generator.
        /// </value>
        public Func<GeneratorTransformer, double>? KeepBest { get; init; }

        /// <value>
        /// Where the fit writes its state from time to time, and goes on from if it was stopped. Default null: nowhere, and a fit that is stopped
        /// begins anew.
        /// </value>
        public GanCheckpoint? Checkpoint { get; init; }

        /// <value>
        /// The folder of another fit's checkpoints, from which this one goes on: with the same options and data, but as many rounds as these options
        /// say. Default null: from its own <see cref="Checkpoint"/>, or from nothing.
        /// </value>
        public string? ResumeFrom { get; init; }

        /// <value>
        /// The folder of the checkpoints of a fit of other rows, with whose networks this one begins: fine-tuning. Its rows must be of
        /// the same shape, classes and networks. Default null: with networks that know nothing.
        /// </value>
        public string? FineTuneFrom { get; init; }

        /// <value>
        /// The first so many layers of the discriminator stay as they are: freeze-D of Mo, Cho and Shin (2020), for fine-tuning on few rows. Default
        /// 0. Range: ≥ 0, and fewer than it has.
        /// </value>
        public int FrozenDiscriminatorLayers { get; init; }

        /// <value>
        /// How often a fit that diverges goes back to its last report, and on from there with half the learning rates. It needs a
        /// <see cref="Checkpoint"/>. Default 0: a divergence ends the fit. Range: ≥ 0.
        /// </value>
        public int DivergenceRetries { get; init; }

        /// <value>
        /// The processes that train this GAN together, each with a <see cref="BatchSize"/> of its own rows and with its own noise: like one with a
        /// batch as large as all of theirs. All have the same options and data; rank 0 reports and writes. Default null: this process alone.
        /// </value>
        public IGanExchange? Exchange { get; init; }

        /// <value>
        /// The bytes that the training data may take in memory, 4 for each number, or 1 where the column is of bytes. Rows that take more are
        /// read anew in each pass, on a thread of their own. Default null: half of what the machine or container has. Range: &gt; 0.
        /// </value>
        public long? MemoryLimit { get; init; }

        /// <value>
        /// The rows among which the next one is drawn, the first that are read at the start: data that is sorted wants as many as it has, or an order
        /// of its own. It decides the order of rows, in memory as beyond it. Default null: all of them in memory, and beyond it as many as
        /// <see cref="MemoryLimit"/> has room for. Range: &gt; 0.
        /// </value>
        public int? ShuffleBufferRows { get; init; }

        /// <value>Ends the fit early; what was trained until then is returned. Default none.</value>
        public CancellationToken CancellationToken { get; init; }

        /// <value>Who trains together.</value>
        internal Ranks Ranks => Exchange is null ? Ranks.Alone : new(Exchange);

        /// <summary>These options with the defaults that depend on the data.</summary>
        internal Options For(IReadOnlyList<int> sampleShape, long rowCount)
        {
            var defaults = GanDefaults.Of(sampleShape);
            return this with
            {
                BatchSize = _batchSize ??
                    Math.Max(Math.Max(2, PackSize), (int)Math.Min(defaults.BatchSize, rowCount / Ranks.Count) / PackSize * PackSize),
                GeneratorLearningRate = _generatorLearningRate ?? defaults.GeneratorLearningRate,
                DiscriminatorLearningRate = _discriminatorLearningRate ?? defaults.DiscriminatorLearningRate,
                MaxRounds = MaxRounds ?? (Epochs == int.MaxValue ? defaults.Rounds : null),
                Regularizer = Regularizer is RegularizerByShape byShape ? byShape.For(sampleShape) : Regularizer,
            };
        }

        /// <summary>These options with the rows of the shuffle buffer; null for all.</summary>
        /// <param name="rowCount">The rows of the data.</param>
        /// <param name="heldCount">Those that there is room for.</param>
        internal Options Shuffling(long rowCount, long heldCount)
        {
            var room = heldCount == rowCount ? rowCount : Math.Max(heldCount, Math.Min(BatchSize, rowCount));
            var rows = Math.Min(ShuffleBufferRows ?? room, int.MaxValue);
            return this with { ShuffleBufferRows = rows < rowCount ? (int)rows : null };
        }

        /// <exception cref="ArgumentException">There are fewer rows than a batch has.</exception>
        internal void RequireRows(long count)
        {
            if (count >= (long)BatchSize * Ranks.Count) return;
            var lower = PackSize > 1 ? $"{nameof(BatchSize)} or {nameof(PackSize)}" : nameof(BatchSize);
            throw new ArgumentException(
                $"The training data must have at least {nameof(BatchSize)} ({BatchSize}) rows{(
                    Ranks.Count > 1 ? $" for each of {Ranks.Count} ranks" : "")}, but had {count}. {(
                    count < 2 ? "Add rows" : $"Lower {lower}")}.");
        }

        /// <summary>What must be the same where a fit goes on from a checkpoint: all that decides what comes out.</summary>
        internal IEnumerable<(string Name, string Value)> Facts() => OptionFacts.Of(
            this, nameof(Checkpoint), nameof(Exchange), nameof(ResumeFrom), nameof(DivergenceRetries), nameof(Progress), nameof(CancellationToken),
            nameof(Device), nameof(MemoryLimit), nameof(ScoreColumnName), nameof(ProbabilityColumnName), nameof(PredictedLabelColumnName));

        /// <summary>What this means to the training that all GANs share.</summary>
        internal TrainingSettings Training() => new()
        {
            LatentSize = LatentSize,
            Prior = Prior,
            Loss = Loss,
            Regularizer = Regularizer,
            Augmentation = Augmentation,
            DiscriminatorSteps = DiscriminatorSteps,
            Pacing = Pacing,
            Update = Update,
            BatchSize = BatchSize,
            Ranks = Ranks,
            Epochs = Epochs,
            MaxRounds = MaxRounds,
            GeneratorLearningRate = GeneratorLearningRate,
            DiscriminatorLearningRate = DiscriminatorLearningRate,
            LearningRateSchedule = LearningRateSchedule,
            AdamBeta1 = AdamBeta1,
            AdamBeta2 = AdamBeta2,
            EmaHalfLifeInSamples = EmaHalfLifeInSamples,
            Seed = Seed,
            Device = Device,
            CancellationToken = CancellationToken,
        };

        internal IEnumerable<string> Problems()
        {
            foreach (var (name, value) in new[]
            {
                (nameof(FeatureColumnName), FeatureColumnName), (nameof(ScoreColumnName), ScoreColumnName),
                (nameof(ProbabilityColumnName), ProbabilityColumnName), (nameof(PredictedLabelColumnName), PredictedLabelColumnName),
                (nameof(LabelColumnName), LabelColumnName ?? "none"),
            })
            {
                if (string.IsNullOrWhiteSpace(value)) yield return $"{name} must be the name of a column, but was '{value}'.";
            }
            foreach (var (name, column, otherName, other) in new[]
            {
                (nameof(ScoreColumnName), ScoreColumnName, nameof(ProbabilityColumnName), ProbabilityColumnName),
                (nameof(ScoreColumnName), ScoreColumnName, nameof(PredictedLabelColumnName), PredictedLabelColumnName),
                (nameof(ProbabilityColumnName), ProbabilityColumnName, nameof(PredictedLabelColumnName), PredictedLabelColumnName),
            })
            {
                if (column == other) yield return $"{name} and {otherName} must differ, but both were '{column}'.";
            }
            if (LabelColumnName == FeatureColumnName)
                yield return $"{nameof(LabelColumnName)} and {nameof(FeatureColumnName)} must differ, but both were '{FeatureColumnName}'.";

            if (SampleShape is { } shape && (shape.Count == 0 || shape.Any(size => size < 1)))
                yield return $"{nameof(SampleShape)} must have sizes of at least 1, but was [{string.Join(", ", shape)}].";
            else if (SampleShape is { } sizes && sizes.Aggregate(1.0, (product, size) => product * size) > Array.MaxLength)
                yield return $"{nameof(SampleShape)} must have at most {Array.MaxLength} elements, but was [{string.Join(", ", sizes)}].";
            else if (SampleShape is not null && Architecture?.Problem(Architecture.NetworkShape(SampleShape)) is { } problem)
                yield return problem;

            if (MemoryLimit < 1) yield return $"{nameof(MemoryLimit)} must be at least 1, but was {MemoryLimit}.";
            if (ShuffleBufferRows < 1) yield return $"{nameof(ShuffleBufferRows)} must be at least 1, but was {ShuffleBufferRows}.";
            if (PackSize < 1) yield return $"{nameof(PackSize)} must be at least 1, but was {PackSize}.";
            if (PackSize > 1 && _batchSize % PackSize > 0)
            {
                yield return $"{nameof(BatchSize)} must be a multiple of {nameof(PackSize)} ({PackSize}), but was {BatchSize}. " +
                    $"Use {(BatchSize / PackSize + 1) * PackSize} or set {nameof(PackSize)} to 1.";
            }
            if (FrozenDiscriminatorLayers < 0)
                yield return $"{nameof(FrozenDiscriminatorLayers)} must not be negative, but was {FrozenDiscriminatorLayers}.";
            if (Exchange is { } exchange && (exchange.Rank < 0 || exchange.Rank >= exchange.Size))
                yield return $"{nameof(Exchange)} must have a rank from 0 to below its size, but had {exchange.Rank} of {exchange.Size}.";
            foreach (var problem in Continuation.Problems(Checkpoint, DivergenceRetries, ResumeFrom, FineTuneFrom)) yield return problem;
            foreach (var problem in Training().Problems()) yield return problem;
        }
    }
}
