using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Settings;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Loop;

namespace Microsoft.ML.Gan;

public sealed partial class TabularGanTrainer
{
    /// <summary>
    /// How a table's GAN is trained. All faults of an object of this class are reported at once, by <see cref="TabularGanTrainer"/>'s constructor.
    /// </summary>
    public sealed record Options
    {
        /// <value>The columns to learn, in the order that samples will have them; null for all. Default null.</value>
        public IReadOnlyList<string>? ColumnNames { get; init; }

        /// <value>
        /// The roles of columns that are not what they look like, by name. Default null: text, booleans and keys are categorical, as are numbers and
        /// dates of at most 20 different values; other numbers are numeric, or integer if all are whole; other dates are dates.
        /// </value>
        public IReadOnlyDictionary<string, TabularColumnRole>? ColumnRoles { get; init; }

        /// <value>
        /// The fewest rows of a category in the file: a row with a rarer one is trained on with another, drawn by the shares of those that stay, or
        /// with <see cref="RareCategory"/>. A column of which fewer cells are there comes out empty. Default 5. Range: &gt; 0; 1 keeps all, of
        /// which some may be one person's.
        /// </value>
        public int MinimumCategoryRows { get; init; } = TabularDefaults.MinimumCategoryRows;

        /// <value>
        /// What columns of texts have in place of categories of fewer than <see cref="MinimumCategoryRows"/> rows, if together they have as many;
        /// null for another category. Default null. Range: not empty.
        /// </value>
        public string? RareCategory { get; init; }

        /// <value>
        /// Whether the file has the least and the greatest number of each column as they are, though each may be one person's; else the ends are
        /// means of five rows. Default false.
        /// </value>
        public bool KeepExtremes { get; init; }

        /// <value>
        /// The bytes of memory that the rows may take. Of a table that needs more, all rows are counted in one pass, and a uniform sample of as many
        /// rows as fit is trained on: docs/tables.md. Default null: half of what the machine or the container has. Range: &gt; 0.
        /// </value>
        public long? MemoryLimit { get; init; }

        /// <value>
        /// What holds of every row that is made, as of every training row: <see cref="TabularRules"/>. Default null: nothing beside what is found by
        /// itself.
        /// </value>
        public IReadOnlyList<TabularRule>? Rules { get; init; }

        /// <value>What becomes of training rows that break one of the <see cref="Rules"/>. Default <see cref="TabularRuleBreakers.Refuse"/>.</value>
        public TabularRuleBreakers RuleBreakers { get; init; }

        /// <value>
        /// Texts of one's own that the generator's file keeps, by keys other than gan.manifest and gan.checksum:
        /// <see cref="TabularGenerator.Metadata"/>. Default none.
        /// </value>
        public IReadOnlyDictionary<string, string>? Metadata { get; init; }

        /// <value>The length of a latent vector z, without the numbers that categories are drawn by. Default 64. Range: &gt; 0.</value>
        public int LatentSize { get; init; } = TabularDefaults.LatentSize;

        /// <value>The width of both networks' layers. Default 96. Range: &gt; 0.</value>
        public int Width { get; init; } = TabularDefaults.Width;

        /// <value>The players' losses. Default <see cref="GanLosses.RelativisticPairing"/>.</value>
        public IGanLoss Loss { get; init; } = GanLosses.RelativisticPairing;

        /// <value>The penalty on the discriminator. Default R1 and R2 with γ = 0.1 in every eighth step.</value>
        public IDiscriminatorRegularizer Regularizer { get; init; } = GanRegularizers
            .Every(TabularDefaults.PenaltyInterval, GanRegularizers.R1R2(TabularDefaults.Gamma));

        /// <value>Discriminator steps per generator step. Default 1. Range: &gt; 0.</value>
        public int DiscriminatorSteps { get; init; } = 1;

        /// <value>Chooses the steps of either player as the fit goes; null for always <see cref="DiscriminatorSteps"/> and 1. Default null.</value>
        public IGanPacing? Pacing { get; init; }

        /// <value>Real rows, and as many fake ones, in a step; all rows where the table has fewer. Default 500. Range: &gt; 1.</value>
        public int BatchSize { get; init; } = TabularDefaults.BatchSize;

        /// <value>
        /// How long to train where neither <see cref="Epochs"/> nor <see cref="MaxRounds"/> says so. Default <see cref="TabularEffort.Default"/>.
        /// </value>
        public TabularEffort Effort { get; init; } = TabularEffort.Default;

        /// <value>Passes over the rows; null for as many as <see cref="MaxRounds"/> takes. Default null. Range: &gt; 0.</value>
        public int? Epochs { get; init; }

        /// <value>
        /// The most rounds to train; null for no such limit where <see cref="Epochs"/> is given, else for 8,000, and fewer for wide tables: of rows
        /// of more than 1,000 numbers and slots of categories 8,000,000 by that number, but at least 2,000. <see cref="Effort"/> multiplies that.
        /// Default null. Range: &gt; 0.
        /// </value>
        public int? MaxRounds { get; init; }

        /// <value>Adam's learning rate for the generator. Default 0.0007. Range: &gt; 0.</value>
        public double GeneratorLearningRate { get; init; } = TabularDefaults.GeneratorLearningRate;

        /// <value>Adam's learning rate for the discriminator. Default 0.0028. Range: &gt; 0.</value>
        public double DiscriminatorLearningRate { get; init; } = TabularDefaults.DiscriminatorLearningRate;

        /// <value>
        /// What both learning rates are multiplied by as the fit goes. Default half a cosine from 1 to 0.02. Range: ≥ 0, and not 0 throughout.
        /// </value>
        public GanSchedule LearningRateSchedule { get; init; } = GanSchedule.Cosine(1, TabularDefaults.LastRateFactor);

        /// <value>Adam's β₁. Default 0. Range: 0 up to, not with, 1.</value>
        public double AdamBeta1 { get; init; } = TabularDefaults.AdamBeta1;

        /// <value>Adam's β₂. Default 0.99. Range: 0 up to, not with, 1.</value>
        public double AdamBeta2 { get; init; } = TabularDefaults.AdamBeta2;

        /// <value>
        /// The half-life, in samples, of the moving average of G's weights; null keeps the last weights. Default 350,000. Range: &gt; 0.
        /// </value>
        public double? EmaHalfLifeInSamples { get; init; } = TabularDefaults.EmaHalfLifeInSamples;

        /// <value>
        /// The share of each batch that is trained under conditions of one to three given columns. Default 0.5. Range: 0 to 1; with 0, given cells
        /// are kept but nothing teaches the other columns to follow them.
        /// </value>
        public double ConditionedShare { get; init; } = TabularDefaults.ConditionedShare;

        /// <value>
        /// The share of the rows that is not trained on but that the running quality is measured against; at most 2,000 rows. Default 0.1. Range: 0
        /// up to, not with, 1; with 0, or fewer than 1,000 rows, it is measured against the training rows, and nothing is drawn anew by the other
        /// cells of its row.
        /// </value>
        public double HeldOutShare { get; init; } = TabularDefaults.HeldOutShare;

        /// <value>
        /// Ends the fit when the quality has stayed below its best, by more than chance, for this share of the rounds; 1 to train to the end. Default
        /// 0.3. Range: above 0 and up to 1.
        /// </value>
        public double Patience { get; init; } = TabularDefaults.Patience;

        /// <value>The seed of all randomness of the fit: same seed, same machine, same number of threads, same result. Default 0. Range: ≥ 0.</value>
        public int Seed { get; init; }

        /// <value>Where to train. Default <see cref="TrainingDevice.Auto"/>.</value>
        public TrainingDevice Device { get; init; } = TrainingDevice.Auto;

        /// <value>Is told of every report, with the quality when it was measured; called on the fitting thread. Default null.</value>
        public IProgress<GanProgress>? Progress { get; init; }

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
        /// columns of the same names and types. Default null: with networks that know nothing.
        /// </value>
        public string? FineTuneFrom { get; init; }

        /// <value>
        /// How often a fit that diverges goes back to its last report, and on from there with half the learning rates. It needs a
        /// <see cref="Checkpoint"/>. Default 0: a divergence ends the fit. Range: ≥ 0.
        /// </value>
        public int DivergenceRetries { get; init; }

        /// <value>Ends the fit early; what was trained until then is returned. Default none.</value>
        public CancellationToken CancellationToken { get; init; }

        internal IEnumerable<string> Problems()
        {
            if (ColumnNames is { Count: 0 }) yield return $"{nameof(ColumnNames)} must name columns, but was empty. Use null for all columns.";
            foreach (var twice in ColumnNames?.GroupBy(name => name).Where(group => group.Count() > 1) ?? [])
                yield return $"{nameof(ColumnNames)} must name each column once, but names '{twice.Key}' {twice.Count()} times.";
            foreach (var (name, role) in ColumnRoles ?? new Dictionary<string, TabularColumnRole>())
            {
                if (!Enum.IsDefined(role)) yield return $"{nameof(ColumnRoles)} must have one of {string.Join(
                    ", ", Enum.GetNames<TabularColumnRole>())} for '{name}', but had {role}.";
            }
            if (Rules?.Contains(null!) == true) yield return $"{nameof(Rules)} must have no null. Leave it out.";
            if (!Enum.IsDefined(RuleBreakers))
                yield return $"{nameof(RuleBreakers)} must be one of {string.Join(
                    ", ", Enum.GetNames<TabularRuleBreakers>())}, but was {RuleBreakers}.";
            if (MinimumCategoryRows < 1)
                yield return $"{nameof(MinimumCategoryRows)} must be at least 1, which keeps all categories, but was {MinimumCategoryRows}.";
            if (MemoryLimit < 1)
                yield return $"{nameof(MemoryLimit)} must be at least 1 byte, but was {MemoryLimit}. Use null for half of the memory.";
            if (RareCategory is not null && (RareCategory.Length == 0 || !FileText.IsWhole(RareCategory)))
                yield return $"{nameof(RareCategory)} must be a text of whole characters or null, but was '{RareCategory}'. Use another text.";
            foreach (var key in TabularGenerator.OwnKeys.Where(key => Metadata?.ContainsKey(key) == true))
                yield return $"{nameof(Metadata)} must have keys of its own, but has '{key}'.";
            if (Width < 1) yield return $"{nameof(Width)} must be at least 1, but was {Width}.";
            if (!(ConditionedShare is >= 0 and <= 1)) yield return $"{nameof(ConditionedShare)} must be from 0 to 1, but was {ConditionedShare}.";
            if (!(HeldOutShare is >= 0 and < 1)) yield return $"{nameof(HeldOutShare)} must be at least 0 and below 1, but was {HeldOutShare}.";
            if (!(Patience is > 0 and <= 1)) yield return $"{nameof(Patience)} must be above 0 and at most 1, but was {Patience}.";
            if (!Enum.IsDefined(Effort))
                yield return $"{nameof(Effort)} must be one of {string.Join(", ", Enum.GetNames<TabularEffort>())}, but was {Effort}.";
            if (Epochs < 1) yield return $"{nameof(Epochs)} must be at least 1, but was {Epochs}.";
            foreach (var problem in Continuation.Problems(Checkpoint, DivergenceRetries, ResumeFrom, FineTuneFrom)) yield return problem;
            foreach (var problem in Training(BatchSize, rowWidth: 1).Problems()) yield return problem;
        }

        /// <summary>What must be the same where a fit goes on from a checkpoint: all that decides what comes out.</summary>
        internal IEnumerable<(string Name, string Value)> Facts() => OptionFacts.Of(
            this, nameof(Checkpoint), nameof(ResumeFrom), nameof(DivergenceRetries), nameof(Progress), nameof(CancellationToken), nameof(Device),
            nameof(Metadata), nameof(MemoryLimit));

        /// <summary>What this means to the training that all GANs share.</summary>
        /// <param name="batchSize">The rows in a step.</param>
        /// <param name="rowWidth">The numbers and slots of an encoded row.</param>
        internal TrainingSettings Training(int batchSize, int rowWidth) => new()
        {
            LatentSize = LatentSize,
            Loss = Loss,
            Regularizer = Regularizer,
            DiscriminatorSteps = DiscriminatorSteps,
            Pacing = Pacing,
            BatchSize = batchSize,
            Epochs = Epochs is > 0 ? Epochs.Value : int.MaxValue,
            MaxRounds = MaxRounds ?? (Epochs is null ? RoundsFor(rowWidth) : null),
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

        private int RoundsFor(int rowWidth)
        {
            var rounds = TabularDefaults.RoundsOf(Effort);
            return (int)Math.Clamp((long)rounds * TabularDefaults.WideRow / rowWidth, rounds / TabularDefaults.MostShortening, rounds);
        }
    }
}
