using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Reads and checks a training table in one pass.</summary>
/// <param name="columnNames">The columns to read; null for all.</param>
/// <param name="columnRoles">The roles of some columns, by name; null for none.</param>
/// <param name="leastRows">The fewest rows of a category: numbers that fewer share look like none.</param>
internal sealed class TableReader(
    IReadOnlyList<string>? columnNames, IReadOnlyDictionary<string, TabularColumnRole>? columnRoles, int leastRows = 1)
{
    private const int LeastRows = 2;

    /// <exception cref="ArgumentException">
    /// A column is missing, twice there, or of a type that can't be learnt; or the rows can't be trained on.
    /// </exception>
    public Table Read(IDataView data, CancellationToken cancellationToken)
    {
        var columns = Select(data.Schema);
        foreach (var column in columns) FileText.RequireName(column.Name);
        using var cursor = data.GetRowCursor(columns);
        ColumnReader[] readers = [.. columns.Select(column => ColumnReader.Create(cursor, column, TypeOf(column)))];
        var rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var reader in readers) reader.Read();
        }
        if (rows < LeastRows) throw new ArgumentException($"The training data must have at least {LeastRows} rows, but had {rows}. Add rows.");

        var identifiers = new List<TabularIdentifier>();
        var learnt = new List<TableColumn>();
        foreach (var (place, (reader, column)) in readers.Zip(columns).Index())
        {
            if (reader.ToIdentifier(RoleOf(column.Name), leastRows) is { } identifier) identifiers.Add(identifier with { Place = place });
            else learnt.Add(reader.ToColumn(RoleOf(column.Name), leastRows));
        }
        return learnt.Count > 0 ? new Table(learnt) { Identifiers = identifiers } : throw new ArgumentException(
            "The training data must have a column to learn, but each names rows. Add columns, or give one of them another role in ColumnRoles.");
    }

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
