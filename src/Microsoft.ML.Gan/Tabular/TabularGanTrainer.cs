using Gan.Onnx;
using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Reports;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Gan;

/// <summary>Trains a generative adversarial network on a table of mixed columns, to make rows like its rows.</summary>
/// <remarks>
/// <para>Input and output columns: the input columns are of numbers, text, booleans, keys, dates or spans of time, one value a row; missing values
/// (NaN, empty text, key 0, the default date) are learnt too.
/// The transformer's output columns are those, with rows that the generator makes: <see cref="TabularGanTransformer.Transform"/>.</para>
/// <para>Trainer characteristics: machine learning task: generative modelling; is normalisation required: no, columns of numbers are learnt by their
/// ranks;
/// is caching required: no, the data is read once; required NuGet in addition to Microsoft.ML: Microsoft.ML.Gan, and a libtorch and an ONNX Runtime
/// package; exportable to ONNX: yes, with the whole decoding, by <see cref="TabularGanTransformer.SaveGenerator"/>
/// (<c>mlContext.Model.ConvertToOnnx</c> writes a copy of its inputs).</para>
/// <para>Training algorithm: algorithm 1 of Goodfellow et al. (2014) with the relativistic loss and gradient penalties of Huang et al. (2024),
/// categories with the
/// gradient of ReinMax (Liu et al. 2023), and conditions of one to three columns. Of tables of at least 1,000 rows, each category and each number is
/// then drawn anew by all other cells of its row, with a dependency network (Heckerman et al. 2000) and one of the ranks of numbers; see
/// docs/how-tables-work.md.</para>
/// </remarks>
public sealed partial class TabularGanTrainer : IEstimator<TabularGanTransformer>
{
    private readonly MLContext _mlContext;
    private readonly Options _options;

    internal TabularGanTrainer(MLContext mlContext, Options options)
    {
        var problems = options.Problems().ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        _mlContext = mlContext;
        _options = options;
    }

    /// <summary>Trains on the rows of a table.</summary>
    /// <param name="input">The table; it is read once, and once more before if there are rules to check.</param>
    /// <exception cref="ArgumentException">
    /// The table can't be trained on: columns that are missing, twice there, or of types that can't be learnt; or too few rows.
    /// </exception>
    /// <exception cref="InvalidOperationException">CUDA was asked for and there is none.</exception>
    /// <exception cref="GanTrainingException">Training diverged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round.</exception>
    public TabularGanTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var channel = ((IHostEnvironment)_mlContext).Register(nameof(TabularGanTrainer)).Start("Training");
        var before = SavedFit.Of(nameof(Options.FineTuneFrom), _options.FineTuneFrom);
        var (rows, facts, suggestions) = TabularFit.Read(_options, input, before);
        var device = _options.Device.Resolve(_mlContext);
        channel.Info(MessageSensitivity.None, TabularLog.Describe(rows, device.type.ToString()));
        if (suggestions.Count > 0) channel.Info(MessageSensitivity.None, TabularLog.Suggest(suggestions));
        foreach (var warning in TabularWarnings.Of(rows, _options)) channel.Warning(MessageSensitivity.None, warning);
        using var fit = new TabularFit(_options, rows, before, device);
        using var checkpoints = Checkpointing.Begin(
            _options.Checkpoint, _options.ResumeFrom, fit, () => facts, Log, message => channel.Warning(MessageSensitivity.None, message));
        var isFirst = true;
        var (model, history) = checkpoints is null ? Run() : checkpoints.Run(Run, _options.DivergenceRetries);
        if (history.WasCancelled)
            channel.Warning(
                MessageSensitivity.None,
                $"Training was cancelled after {history.Rounds:N0} rounds; the model has the best that was trained until then.");
        var rules = _options.Rules ?? [];
        var generator = new TabularGenerator(_mlContext, TabularExporter.Write(model, _options.Metadata, rules), rules);
        foreach (var line in TabularLog.Redrawn(generator, _options.Seed)) Log(line);
        return new TabularGanTransformer(generator, history, _options.Seed);

        void Log(string line) => channel.Info(MessageSensitivity.None, line);

        (TabularModel Model, GanTrainingHistory History) Run() => fit.Run(
            progress =>
            {
                checkpoints?.AtReport();
                Log(TrainingLog.Line(progress));
                if (isFirst && TrainingLog.Expected(progress) is { } expected) Log(expected);
                isFirst = false;
                _options.Progress?.Report(progress);
            },
            line =>
            {
                checkpoints?.AtReport();
                Log(line);
            },
            Log);
    }

    /// <summary>The columns that come out: those that are learnt.</summary>
    /// <param name="inputSchema">The columns that come in.</param>
    /// <exception cref="ArgumentException">A column of <see cref="Options.ColumnNames"/> is missing.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (_options.ColumnNames is not { } names) return inputSchema;
        return new SchemaShape(names.Select(name => Find(inputSchema, name)));
    }

    private static SchemaShape.Column Find(SchemaShape schema, string name)
    {
        foreach (var column in schema)
            if (column.Name == name) return column;
        throw new ArgumentException(InputSchema.NotFound("table", name, schema.Select(column => column.Name)));
    }
}
