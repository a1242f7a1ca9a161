using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

public sealed partial class TabularGenerator
{
    private readonly CellColumn[] _cells;
    private readonly Lazy<RowPool> _pool;

    /// <summary>Fills the missing cells of rows: each is drawn by what is known of its row. Known cells stay as they are.</summary>
    /// <param name="rows">
    /// Rows of the table, its columns named and typed as in <see cref="Schema"/>. Numbers may have any type, and all columns may be texts in the
    /// invariant culture, since whole numbers and truth values know no missing cell. Columns that are not there are missing in every row; others that
    /// the table does not have are passed on. Cells may be missing in any columns: NaN, empty text, key 0, default date.
    /// </param>
    /// <param name="seed">Row i is a function of the seed, of row i of the rows and of i alone. Another seed draws other values.</param>
    /// <returns>
    /// The columns of the rows, and behind them those of <see cref="Schema"/> that they lack, computed as the rows are read, in their order. No cell
    /// that the generator can make is missing.
    /// </returns>
    /// <remarks>
    /// A row begins with the cells of one of the nearest of 8,192 made rows. Then each of its missing cells is drawn five times by all others, as in
    /// multiple imputation by chained equations (van Buuren, 2007), with the distributions that the file has. To see how sure a value is, fill with
    /// several seeds. A known category that the file does not have stays, and says nothing of the other cells.
    /// </remarks>
    /// <exception cref="ArgumentException">The rows have no column of the table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is of a type that cannot stand for that of <see cref="Schema"/>.</exception>
    /// <exception cref="InvalidOperationException">While reading: a number or a text is no value of its column.</exception>
    public IDataView Impute(IDataView rows, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        DataViewSchema.Column[] known = [.. rows.Schema.Where(column => !column.IsHidden && Schema.GetColumnOrNull(column.Name) is not null)];
        var names = string.Join(", ", InputSchema.Names(Schema).Select(name => $"'{name}'"));
        if (known.Length == 0) throw new ArgumentException(
            $"The rows must have a column of the table, but have none of {names}. Name their columns as in the training table.", nameof(rows));
        foreach (var output in Schema.Where(column => known.Any(own => own.Name == column.Name)).Select(OutputOf))
            if (!KnownCell.StandsFor(rows.Schema[output.ColumnName].Type, TabularValues.Of(output.Type)!))
                InputSchema.Require(rows.Schema, output, nameof(rows));
        (int Index, DataViewSchema.Column Own)[] cells =
            [.. known.Select(column => (Index: MadeSchema.GetColumnOrNull(column.Name)?.Index ?? -1, column)).Where(pair => pair.Index >= 0)];
        return new ImputedRows(rows, Outputs(View(Open, rows.GetRowCount()), NumberScorer, seed), _manifest);

        IInputBlocks Open()
        {
            var (file, cursor) = (NewRuns(), rows.GetRowCursor(cells.Select(cell => cell.Own)));
            var read = cells.Select(cell => (cell.Index, KnownOrThere(_cells[cell.Index].ReaderOfKnown(cursor, cell.Own))));
            return new FilledRows(file, Filling(file, seed), Source(seed), cursor, [.. read], CellColumn.There, check: null);
        }

        static Func<double> KnownOrThere(Func<double> read) => () => read() is var cell && (double.IsNaN(cell) || cell == CellColumn.Other)
            ? CellColumn.There
            : cell;
    }

    /// <summary>Whether something is to hold that the file can't be told, so that latent vectors must be found for it.</summary>
    /// <exception cref="ArgumentException">A column cannot be given, or not so.</exception>
    internal bool MustSearch(IReadOnlyDictionary<string, string> where) => _conditions.Parse(where).Wishes.Count > 0;

    /// <summary>Rows of which something holds that the file can't be told.</summary>
    private IDataView Found(int count, int seed, TableCondition condition)
    {
        RequireNoRedrawing();
        using var file = NewRuns();
        var isPlain = condition.Codes.All(code => code == TabularColumn.NotGiven);
        var plan = new WishPlan(condition, isPlain ? _pool.Value : new RowPool(file, Prior, condition.Codes));
        if (plan.IsRare && count > 0)
        {
            var nearest = Nearest(file, plan, seed);
            if (nearest.Contradiction(nearest.Inputs(0, 1)) is { } column) throw new ArgumentException(
                $"What is given must hold together, but column '{column.Name}' cannot be so beside the others. Give fewer columns, or other values.");
        }
        return Outputs(View(Open, count), NumberScorer, seed);

        IInputBlocks Open()
        {
            var runs = NewRuns();
            var nearest = Nearest(runs, plan, seed);
            return plan.IsRare ? new FoundRows(runs, nearest, count) : new AcceptedRows(runs, Source(seed), plan, nearest, count);
        }
    }

    /// <summary>Rows for given cells, numbers among them.</summary>
    private IDataView Filled(IDataView conditions, IReadOnlyList<(int Index, CellColumn Column, ColumnCondition? Condition)> known, int seed)
    {
        RequireNoRedrawing();
        return Outputs(View(Open, conditions.GetRowCount()), NumberScorer, seed);

        IInputBlocks Open()
        {
            var file = NewRuns();
            var cursor = conditions.GetRowCursor(known.Select(column => conditions.Schema[column.Column.Name]));
            var read = known.Select(column => (column.Index, Reader(cursor, column.Column, column.Condition)));
            return new FilledRows(file, Filling(file, seed), Source(seed), cursor, [.. read], CellColumn.Unknown, RequireSame);
        }

        // of a column of categories by its code; a missing number says that it is missing, where some are
        Func<double> Reader(DataViewRow row, CellColumn column, ColumnCondition? condition)
        {
            if (!column.HasCategories)
            {
                var read = column.Reader(row, conditions.Schema[column.Name]);
                return () => read() is var cell && double.IsNaN(cell) && condition is null ? CellColumn.Unknown : cell;
            }
            var getter = condition!.Reader(row, conditions.Schema[column.Name]);
            var code = TabularColumn.NotGiven;
            return () =>
            {
                getter(ref code);
                return code switch
                {
                    TabularColumn.NotGiven => CellColumn.Unknown,
                    TabularColumn.Missing => double.NaN,
                    TabularColumn.Present => CellColumn.There,
                    _ => code,
                };
            };
        }

        static void RequireSame(long row, CellColumn column, double given, double made)
        {
            if (given != made) throw new InvalidOperationException(
                $"The cells given in row {row + 1} must hold together, but '{column.Name}' was given as {column.Show(given)} and is " +
                $"{(double.IsNaN(made) ? "missing" : column.Show(made))} by the others. Give fewer of them, or other values.");
        }
    }

    /// <summary>Makes all columns of data that has in each row a latent vector, the codes of what is given, and given numbers.</summary>
    private OnnxScorer NumberScorer => new(_model, [.. InputColumns()], _outputs, []);

    private IEnumerable<OnnxColumn> InputColumns()
    {
        yield return _latent;
        if (_conditions.Nothing is { Length: > 0 and var codes })
            yield return new(GanTensors.Given, GanTensors.Given, new VectorDataViewType(NumberDataViewType.Int64, codes));
        if (_cells.Count(column => column.Column.GivenNumber is not null) is > 0 and var numbers)
            yield return new(GanTensors.GivenNumbers, GanTensors.GivenNumbers, new VectorDataViewType(NumberDataViewType.Double, numbers));
    }

    private RowInputsView View(Func<IInputBlocks> open, long? count) => new(SchemaOf(InputColumns()), open, count);

    private FileRuns NewRuns() => new(_model, _manifest, _cells);

    private RowPool Pool()
    {
        using var file = NewRuns();
        return new(file, Prior, _conditions.Nothing);
    }

    private RowFilling Filling(FileRuns file, int seed) =>
        new(file, _pool.Value, new LatentSource(seed, LatentSize, Prior, LatentStream.Filling), seed);

    private NearestRows Nearest(FileRuns file, WishPlan plan, int seed) => new(file, plan, Filling(file, seed), Source(seed), seed);

    private OnnxColumn OutputOf(DataViewSchema.Column column) => MadeSchema.GetColumnOrNull(column.Name) is { } made
        ? _outputs[made.Index] with { Role = "table" }
        : new(column.Name, column.Name, column.Type, "table");
}
