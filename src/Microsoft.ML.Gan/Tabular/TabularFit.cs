using System.Text;
using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Tabular.Rules;
using Microsoft.ML.Gan.Tabular.Settings;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>One fit of a table, in nine steps: from its rows to what the exporter writes.</summary>
internal sealed class TabularFit : IRecoverable, IDisposable
{
    private const string Schema = "schema", Players = "players";     // parts of the state

    private readonly TabularGanTrainer.Options _options;
    private readonly EncodedRows _rows;
    private readonly Lazy<byte[]> _schema;                            // as the state has it: it does not change
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly TabularGeneratorNetwork _generator;
    private readonly TabularDiscriminatorNetwork _discriminator;
    private readonly PlayerTraining _players;
    private readonly GibbsLearning? _sweep;
    private TrainedPlayers? _trained;                                 // null while they are being trained
    private SavedState _playersState = [];                            // of their last report: a fit of more rounds goes on from there

    /// <summary>The rows that are learnt, what a checkpoint must agree with, and rules that all rows keep unasked.</summary>
    /// <param name="options">The options.</param>
    /// <param name="data">The table.</param>
    /// <param name="before">The fit with whose networks this one begins; null for none.</param>
    public static (EncodedRows Rows, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<TabularRule> Suggestions) Read(
        TabularGanTrainer.Options options, IDataView data, SavedFit? before)
    {
        var rules = new RulesOfTable(options.Rules ?? []);
        data = rules.Check(data, options.RuleBreakers, options.CancellationToken);
        var known = before is null ? null : TableSchema.FromJson(Encoding.UTF8.GetString(new StateReader(before.State).ReadArray<byte>(Schema)));
        var roles = known?.Roles.Concat(options.ColumnRoles ?? new Dictionary<string, TabularColumnRole>()).DistinctBy(role => role.Key)
            .ToDictionary() ?? options.ColumnRoles;
        var read = rules.Prepare(new TableReader(
            options.ColumnNames, rules.Roles(roles), options.MinimumCategoryRows, options.MemoryLimit ?? MemoryLimit.Default, options.Seed)
            .Read(data, options.CancellationToken));                                                                     // 1 columns of values
        var table = options.MinimumCategoryRows == 1
            ? read
            : new CommonCategories(read, options.MinimumCategoryRows, options.RareCategory, Uniform).Keep();
        if (known is not null) table = KnownCategories.Order(table, known);
        var rows = TableSchema.Learn(table, options.KeepExtremes);     // 2 the schema: choices and numbers; 3 the rows, as slots and ranks
        if (known is not null) KnownCategories.RequireSameForm(nameof(options.FineTuneFrom), known, rows.Schema);
        var facts = options.Checkpoint is null && options.ResumeFrom is null ? [] : options.Facts().Concat(TableFacts.Of(read));
        return (rows, [.. facts], RuleSuggestions.Of(read, options.Rules ?? []));

        double Uniform(int column, int row) =>
            Philox.Block(new((uint)row, (uint)column, 0, 0), (uint)options.Seed, (uint)LatentStream.RareCategory).Unit0;
    }

    /// <param name="options">The options.</param>
    /// <param name="rows">The rows that are learnt.</param>
    /// <param name="before">The fit with whose networks this one begins; null for none.</param>
    /// <param name="device">Where it is trained.</param>
    public TabularFit(TabularGanTrainer.Options options, EncodedRows rows, SavedFit? before, Device device)
    {
        (_options, _rows) = (options, rows);
        _schema = new(() => Encoding.UTF8.GetBytes(rows.Schema.ToJson()));
        _scope = NewDisposeScope();
        HeldOutSplit split;
        TrainingSettings settings;
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, LatentPrior.Normal, device);
            _generator = new TabularGeneratorNetwork(rows.Schema, options.LatentSize, options.Width, TabularDefaults.GeneratorBlocks, _noise);
            _discriminator = new TabularDiscriminatorNetwork(rows.Schema, options.Width, TabularDefaults.DiscriminatorDepth);
            before?.GiveWeights(nameof(options.FineTuneFrom), Players, _discriminator, _generator);
            split = HeldOutSplit.Of(rows.Count, options.HeldOutShare, _noise);                                            // 4 training | held out
            settings = options.Training(Math.Min(options.BatchSize, split.Training.Count), rows.Schema.Layout.RowWidth);
            if (split.HoldsOut && rows.Schema.MadeChoices + rows.Schema.Layout.NumberCount > 1)
                _sweep = new GibbsLearning(rows, split, settings.BatchSize, _noise, device);
        }
        _generator.to(device);                                                                                           // 5 the players
        _discriminator.to(device);
        _players = new PlayerTraining(options, settings, rows, split, _discriminator, _generator, _noise, device);
    }

    public int RateHalvings { get => _players.RateHalvings; set => _players.RateHalvings = value; }

    /// <param name="report">Is told of each report of G and D, when no round is half done: the fit may be saved.</param>
    /// <param name="sweepReport">Is told of each report of the sweep's training, as a line; again the fit may be saved.</param>
    /// <param name="log">Is told what comes next.</param>
    public (TabularModel Model, GanTrainingHistory History) Run(Action<GanProgress> report, Action<string> sweepReport, Action<string> log)
    {
        _trained ??= TrainPlayers(report);         // 6 and 7, unless a fit is resumed that has done them
        var (history, maps) = _trained;
        var sweep = history.WasCancelled ? null    // 8 each cell drawn anew by all other cells, or null
            : _sweep?.Learn(history.Rounds, _generator, _options.LatentSize, maps, sweepReport, log, _options.CancellationToken);
        return (new TabularModel(_rows.Schema, _generator, _options.LatentSize, maps, sweep), history);                  // 9 what is written
    }

    /// <summary>Writes the phase that the fit is in: the players' training, and then what came out of it and the sweep's.</summary>
    public void Save(StateWriter to)
    {
        to.Write(Schema, _schema.Value);
        to.Write("arePlayersTrained", _trained is not null);
        if (_trained is null) _players.Save(new StateWriter(_playersState = []));
        to.Write(Players, _playersState);
        if (_trained is null) return;
        to.Write("noise", _noise);
        to.Write("generator", new ModuleState(_generator));
        _trained.Save(to.Section("trained"));
        to.Write("sweep", _sweep!);
    }

    public void Load(StateReader from)
    {
        _playersState = from.ReadState(Players);
        from.Read(Players, _players);
        if (!from.Read<bool>("arePlayersTrained") || !_players.IsOver) return;
        from.Read("noise", _noise);
        from.Read("generator", new ModuleState(_generator));
        _generator.eval();
        _trained = TrainedPlayers.Load(from.Section("trained"));
        from.Read("sweep", _sweep!);
        _players.Dispose();
    }

    public void Dispose()
    {
        _players.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _sweep?.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }

    private TrainedPlayers TrainPlayers(Action<GanProgress> report)
    {
        var history = _players.Run(report);        // 6 algorithm 1; keeps the weights that held-out rows like best
        _players.Dispose();
        var maps = Calibration.Calibrate(_rows.Schema, _rows.Count, _generator, _options.LatentSize, _noise);            // 7 shares, quantiles
        return new(history, maps);
    }
}
