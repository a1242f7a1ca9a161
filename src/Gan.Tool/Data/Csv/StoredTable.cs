namespace Gan.Tool.Data.Csv;

/// <summary>A table as it was read where types are known.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Origin">What it was read from, such as "a table of PostgreSQL".</param>
/// <param name="Columns">Its cells, as the texts that a CSV file would have.</param>
/// <param name="Stored">What is known of each column.</param>
internal sealed record StoredTable(string Name, string Origin, IReadOnlyList<CsvColumn> Columns, IReadOnlyList<StoredColumn> Stored)
{
    /// <summary>That cells of a column can't be learnt.</summary>
    /// <param name="column">The column.</param>
    /// <param name="table">Its table.</param>
    /// <param name="type">What its cells are.</param>
    public static InvalidDataException Unfit(string column, string table, string type) => new(
        $"Column '{column}' of '{table}' must be of numbers, texts, truth values, dates or times, but is of {type}. " +
        $"Leave it out by --ignore \"{column}\".");
}
