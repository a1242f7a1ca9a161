using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Reads and checks a training table in one pass.</summary>
/// <param name="columnNames">The columns to read; null for all.</param>
/// <param name="columnRoles">The roles of some columns, by name; null for none.</param>
/// <param name="leastRows">The fewest rows of a category: numbers that fewer share look like none.</param>
/// <param name="memoryLimit">The bytes that the rows may take; of more rows a sample is kept.</param>
/// <param name="seed">Decides which rows those are.</param>
internal sealed class TableReader(
    IReadOnlyList<string>? columnNames, IReadOnlyDictionary<string, TabularColumnRole>? columnRoles, int leastRows = 1,
    long memoryLimit = long.MaxValue, int seed = 0)
{
    private const int LeastRows = 2, LeastSampleRows = 1_000;
    private const int BytesPerRow = 100, BytesPerCell = 90;           // that a fit needs at once, at most

    /// <exception cref="ArgumentException">
    /// A column is missing, twice there, or of a type that can't be learnt; or the rows can't be trained on.
    /// </exception>
    public Table Read(IDataView data, CancellationToken cancellationToken)
    {
        var columns = Select(data.Schema);
        foreach (var column in columns) FileText.RequireName(column.Name);
        using var cursor = data.GetRowCursor(columns);
        ColumnReader[] readers = [.. columns.Select(column => ColumnReader.Create(cursor, column, TypeOf(column)))];
        var mostRows = (int)Math.Min(memoryLimit / BytesOf(columns.Length), Array.MaxLength);
        var rows = new Reservoir(mostRows, seed);
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (row, place) = (rows.Rows, rows.Next());
            if (row == mostRows) BeginSample();                       // the first that does not fit
            foreach (var reader in readers) reader.Read(row, place);
        }
        if (rows.Count < LeastRows)
            throw new ArgumentException($"The training data must have at least {LeastRows} rows, but had {rows.Count}. Add rows.");

        var identifiers = new List<TabularIdentifier>();
        var learnt = new List<TableColumn>();
        foreach (var (place, (reader, column)) in readers.Zip(columns).Index())
        {
            if (reader.ToIdentifier(RoleOf(column.Name), leastRows) is { } identifier) identifiers.Add(identifier with { Place = place });
            else learnt.Add(reader.ToColumn(RoleOf(column.Name), leastRows));
        }
        if (learnt.Count > 0) return new Table(learnt) { Identifiers = identifiers, Sample = SampleOf() };
        throw new ArgumentException(
            "The training data must have a column to learn, but each names rows. Add columns, or give one of them another role in ColumnRoles.");

        void BeginSample()
        {
            if (mostRows < LeastSampleRows) throw TooLittleMemory(columns.Length);
            foreach (var (place, reader) in readers.Index()) reader.BeginSample(toss => Coin(toss, place));
        }

        TableSample? SampleOf() => rows.Rows == rows.Count ? null : new(rows.Rows, readers.Max(reader => reader.RankError));
    }

    /// <summary>The bytes that a row takes.</summary>
    public static long BytesOf(int columns) => BytesPerRow + (long)columns * BytesPerCell;

    private ArgumentException TooLittleMemory(int columns) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(TabularGanTrainer.Options.MemoryLimit)} must be at least {LeastSampleRows * BytesOf(columns)} bytes, for a sample of " +
        $"{LeastSampleRows:N0} rows of {columns} columns, but was {memoryLimit}. Raise it, or learn fewer columns."));

    private bool Coin(long toss, int column) => (Philox.Block(
        new((uint)toss, (uint)(toss >> 32), (uint)column, 0), (uint)seed, (uint)LatentStream.Sketch).W0 & 1) == 0;

    private TabularColumnRole? RoleOf(string name) =>
        columnRoles is { } roles && roles.TryGetValue(name, out var role) ? role : null;

    private DataViewSchema.Column[] Select(DataViewSchema schema)
    {
        foreach (var name in columnRoles?.Keys ?? []) schema.Find("table", name);
        if (columnNames is { } names) return [.. names.Select(name => schema.Find("table", name))];
        if (schema.FirstOrDefault(column => column.IsHidden) is { Name: { } hidden })
        {
            throw new ArgumentException(
                $"The columns of the table must have different names, but '{hidden}' occurs more than once. " +
                "Rename one, or name the columns to learn in ColumnNames.");
        }
        if (schema.FirstOrDefault(column => string.IsNullOrWhiteSpace(column.Name)) is { Name: not null } nameless)
            throw new ArgumentException($"The columns of the table must have names, but that of column {nameless.Index + 1} is blank. Rename it.");
        return schema.Count > 0 ? [.. schema] : throw new ArgumentException("The training data must have columns, but has none.");
    }

    private static TabularValue TypeOf(DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType)
            throw Unfit(column, $"have one value a row, but is a vector ({column.Type}). Give each of its slots a column of its own");
        if (column.Type is KeyDataViewType { Count: > long.MaxValue })
            throw Unfit(column, $"be a key of at most {long.MaxValue} values, but is {column.Type}. Convert it");
        var value = TabularValues.Of(column)
            ?? throw Unfit(column, $"be of numbers, text, booleans, keys, dates or spans of time, but is {column.Type}. Convert it");
        foreach (var text in value.Traits.KeyValues) FileText.Require(text, $"Each key's value in column '{column.Name}'");
        return value;
    }

    private static ArgumentException Unfit(DataViewSchema.Column column, string fault) =>
        new($"Column '{column.Name}' must {fault}, or leave it out by naming the others in ColumnNames.");
}
