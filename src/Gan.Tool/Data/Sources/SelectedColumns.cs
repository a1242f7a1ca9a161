namespace Gan.Tool.Data.Sources;

/// <summary>What is read of a table.</summary>
/// <param name="Name">What messages call the table.</param>
/// <param name="Sql">The query for the rows.</param>
/// <param name="Columns">The columns that are read.</param>
/// <param name="IsOneKey">Whether one column alone is the table's key.</param>
internal sealed record SelectedColumns(string Name, string Sql, IReadOnlyList<SelectedColumn> Columns, bool IsOneKey);

/// <summary>A column that is read.</summary>
/// <param name="Source">What the database says of it.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="Place">Where it is in the query's rows.</param>
internal sealed record SelectedColumn(SourceColumn Source, string Name, int Place)
{
    /// <summary>That a cell has a value that .NET does not have, such as a day before the year 1.</summary>
    public InvalidDataException Unreadable(long row, Exception fault) => new(
        $"Column '{Source.Name}' must have values that .NET can hold, but row {row + 1} has another: {fault.Message}", fault);
}
