using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

namespace Gan.Onnx;

/// <summary>A trained generator of table rows: makes the training table's columns by ONNX Runtime, freely or under exact conditions.</summary>
/// <remarks>
/// <para>
/// Rows are made as they are read, many at a time. Row i is a function of the seed, of what is given, and of i alone, so a larger count begins
/// with the same rows, and neither the batch nor the order of reading changes them. Any number of threads may use a generator at once.
/// </para>
/// <para>
/// Given cells come out exactly as given, and the other columns follow. The generator reads categories, and whether cells are missing; for numbers,
/// dates, ranges and several categories the rows are found that fulfil the condition, however rare they are.
/// </para>
/// </remarks>
public sealed partial class TabularGenerator : IDisposable
{
    /// <summary>The text by which a column is given as not missing: <c>where: { ["occupation"] = TabularGenerator.Present }</c>.</summary>
    /// <remarks>In a column that has this very text as a category, it means the category.</remarks>
    public const string Present = "*";

    /// <summary>The keys of <see cref="Metadata"/> that are the library's own.</summary>
    internal static readonly string[] OwnKeys = [GanManifest.MetadataKey, ModelChecksum.MetadataKey];

    private readonly OnnxModel _model;
    private readonly GanManifest _manifest;
    private readonly TabularConditions _conditions;
    private readonly OnnxColumn _latent;
    private readonly OnnxColumn[] _outputs;
    private readonly IReadOnlyList<TabularIdentifier> _identifiers;

    /// <param name="mlContext">Runs the model.</param>
    /// <param name="model">The file.</param>
    /// <param name="rules">The rules that it was trained with, of which the file can't have all; null for none.</param>
    internal TabularGenerator(MLContext mlContext, byte[] model, IReadOnlyList<TabularRule>? rules = null)
    {
        var file = new TabularModelFile(model);
        _manifest = file.Manifest;
        _model = new OnnxModel(mlContext, typeof(TabularGenerator), file.File);
        _identifiers = _manifest.Identifiers ?? [];
        _redrawn = Redrawn(_manifest, rules ?? []);
        _conditions = new TabularConditions(_manifest.Columns, [.. _identifiers.Select(column => column.Name)]);
        _latent = new(GanTensors.Latent, GanTensors.Latent, new VectorDataViewType(NumberDataViewType.Single, _manifest.LatentSize));
        _outputs = [.. _manifest.Columns.Select(column => column.ToOutput())];
        MadeSchema = SchemaOf(_outputs);
        var columns = _outputs.ToList();
        foreach (var column in _identifiers.OrderBy(column => column.Place))
            columns.Insert(column.Place, new ValueColumn(column.Name, column.Name, TabularValues.Of(column.Type)));
        Schema = _identifiers.Count == 0 ? MadeSchema : SchemaOf(columns);
        var given = _conditions.Nothing;
        RowScorer = new(_model, given.Length == 0 ? [_latent] : [_latent, new OnnxConstant(GanTensors.Given, given).ToColumn()], _outputs, []);
        Scorer(given).Check(Latents(1, seed: 0));
        Metadata = _model.Metadata;
        _cells = [.. _manifest.Columns.Select(CellColumn.Create)];
        _pool = new(Pool);
    }

    /// <value>The length of a latent vector.</value>
    public int LatentSize => _manifest.LatentSize;

    /// <value>The prior p(z) that the generator was trained with.</value>
    public LatentPrior Prior => _manifest.Prior;

    /// <value>The training table's columns: names, types and order, the values behind its keys, and nothing else.</value>
    public DataViewSchema Schema { get; }

    /// <value>The texts that the file keeps, by their keys: its manifest, and what the training was told to keep.</value>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <value>
    /// Makes names, mail addresses and other personal data of the rows that are sampled from now on, such as the package Gan.Personal does. Default
    /// null: they are letters and digits in the form of the training rows'.
    /// </value>
    public IPersonalData? PersonalData { get; set; }

    /// <summary>Makes rows, each from a latent vector drawn from the prior.</summary>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="seed">Row i is a function of the seed, of <paramref name="where"/> and of i alone.</param>
    /// <param name="where">
    /// What holds of every row, by column: the text of a category, "" for a missing cell, or <see cref="Present"/> for one that is not missing; a
    /// number or date, a range of them as <c>30..40</c>, <c>&gt;=65</c> or <c>&lt;2024-01-01</c>; or several of these, as <c>Masters|Doctorate</c>. A
    /// text that is a category as a whole means that. Numbers and dates are written as in the invariant culture; any text of the value fits, as
    /// 2024-02-29 for a date without a time. Null, the default, for nothing.
    /// </param>
    /// <returns>The columns of <see cref="Schema"/>, computed as the rows are read.</returns>
    /// <remarks>
    /// Where latent vectors must be found, rows of the seed that do not fulfil the condition are passed over: rare ones take longer.
    /// Where fewer than one in 500 does, the nearest of 8,192 rows get what they lack, and their other cells are drawn anew by it.
    /// </remarks>
    /// <exception cref="ArgumentException">A column cannot be given, or not so. The message lists all faults, and what would fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView Sample(int count, int seed = 0, IReadOnlyDictionary<string, string>? where = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var condition = where is null ? new(_conditions.Nothing, []) : _conditions.Parse(where);
        return condition.Wishes.Count > 0
            ? Found(count, seed, condition)
            : Outputs(Latents(count, seed), Scorer(condition.Codes), seed, condition.Codes, null);
    }

    /// <summary>Makes one row for each row of given columns.</summary>
    /// <param name="conditions">
    /// Any of the columns that can be given, named and typed as in <see cref="Schema"/>. Their cells are categories, numbers and dates, or missing
    /// (NaN, empty text, key 0, default date), which says that the cell is missing, or, in a column of numbers without missing cells, nothing. A text
    /// <see cref="Present"/> is a cell that is not missing. Columns that are not there are not given.
    /// </param>
    /// <param name="seed">Row i is a function of the seed, of row i of the conditions and of i alone.</param>
    /// <returns>The columns of <see cref="Schema"/>, computed as the rows are read, in the order of the conditions' rows.</returns>
    /// <exception cref="ArgumentException">A column cannot be given. The message lists all such columns, and what would fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type than in <see cref="Schema"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// While reading: a cell is no category of its column, or a number contradicts the others of its row.
    /// </exception>
    public IDataView Sample(IDataView conditions, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        if (_conditions.FindNumbers(conditions.Schema) is { } known) return Filled(conditions, known, seed);
        var rows = _conditions.Condition(Source(seed), conditions);
        return Outputs(rows, RowScorer, seed, null, rows);
    }

    /// <summary>Draws latent vectors from the prior: those of <c>Sample(count, seed)</c>.</summary>
    /// <param name="latents">Where they go, one after the other. Length: a multiple of <see cref="LatentSize"/>.</param>
    /// <param name="seed">Row i is a function of the seed, of i, and of the threshold alone.</param>
    /// <param name="firstRow">The row of the first vector. Range: >= 0.</param>
    /// <param name="threshold">
    /// Components beyond it, on either side of 0, are drawn anew until none is left: fewer odd samples, and less variety. Default: none.
    /// Range: >= 0.01.
    /// </param>
    /// <remarks>The truncation trick of Brock, Donahue and Simonyan (2019). Components within the threshold stay what they are.</remarks>
    /// <exception cref="ArgumentException">The length does not fit, or a number is out of its range.</exception>
    public void DrawLatents(Span<float> latents, int seed = 0, long firstRow = 0, float threshold = float.PositiveInfinity) =>
        TruncatedLatents.Draw(Source(seed), latents, firstRow, threshold);

    /// <summary>Memory to make rows in, and to read them as columns; identifiers, which are made of a row's number, are none of them.</summary>
    /// <param name="capacity">The most rows. Range: >= 1.</param>
    /// <param name="where">What holds of every row, as for <see cref="Sample(int, int, IReadOnlyDictionary{string, string})"/>.</param>
    /// <exception cref="ArgumentException">A column cannot be given, or not so. The message lists all faults, and what would fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public TabularBatch CreateBatch(int capacity, IReadOnlyDictionary<string, string>? where = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var (_, given) = Inputs(0, seed: 0, where);
        return new(Scorer(given), MadeSchema, LatentSize, capacity);
    }

    /// <summary>Writes the generator's ONNX file, byte for byte; one of an older version as the newest.</summary>
    /// <param name="path">The file; an older one is replaced when the new one is whole.</param>
    public void Save(string path) => AtomicFile.Write(path, _model.File);

    /// <summary>Writes the generator's ONNX file, byte for byte; one of an older version as the newest.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_model.File);
    }

    /// <summary>Releases the ONNX Runtime session. Rows not read by then cannot be: other threads' reading ends with an exception.</summary>
    public void Dispose() => _model.Dispose();

    /// <summary>Makes all columns of data that has a latent vector and, where columns can be given, codes in each row.</summary>
    internal OnnxScorer RowScorer { get; }

    /// <summary>What rows are made of: their latent vectors, and the codes of what is given of all of them.</summary>
    internal (IDataView Latents, long[] Given) Inputs(int count, int seed, IReadOnlyDictionary<string, string>? where)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return (Latents(count, seed), where is null ? _conditions.Nothing : _conditions.ParseCodes(where));
    }

    /// <summary>Makes all columns of data that has a latent vector in each row.</summary>
    /// <param name="given">The codes of what is given of all rows, one for each column that can be; empty if none can.</param>
    private OnnxScorer Scorer(long[] given) =>
        new(_model, [_latent], _outputs, given.Length == 0 ? [] : [new OnnxConstant(GanTensors.Given, given)]);

    /// <value>The columns that the file makes: those of <see cref="Schema"/> but for identifiers.</value>
    internal DataViewSchema MadeSchema { get; }

    /// <summary>The rows of a seed with their identifiers.</summary>
    /// <param name="made">The columns that the file makes; the id of each row is its number.</param>
    /// <param name="seed">The seed.</param>
    internal IDataView WithIdentifiers(IDataView made, int seed) =>
        _identifiers.Count == 0 ? made : new IdentifiedRows(made, Schema, _identifiers, seed, PersonalData);

    private static DataViewSchema SchemaOf(IEnumerable<OnnxColumn> columns)
    {
        var schema = new DataViewSchema.Builder();
        foreach (var column in columns) schema.AddColumn(column.ColumnName, column.Type, column.Annotations);
        return schema.ToSchema();
    }

    private LatentSource Source(int seed) => new(seed, _manifest.LatentSize, _manifest.Prior);

    private LatentDataView Latents(int count, int seed) => new(count, Source(seed), GanTensors.Latent);

    private IDataView Outputs(IDataView rows, OnnxScorer scorer, int seed) =>
        WithIdentifiers(new OutputsView(scorer.Transform(rows), MadeSchema), seed);

    private IDataView Outputs(IDataView rows, OnnxScorer scorer, int seed, long[]? given, IDataView? givenRows) =>
        WithIdentifiers(KeepRules(new OutputsView(scorer.Transform(rows), MadeSchema), seed, given, givenRows), seed);
}
