namespace Gan.Tool.Data.Csv;

/// <summary>A place that a table with types is read from.</summary>
internal interface ITableSource
{
    /// <summary>Reads the table.</summary>
    /// <param name="choose">Gives the names of the columns to read, of all names.</param>
    /// <exception cref="IOException">The place can't be reached.</exception>
    /// <exception cref="InvalidDataException">There is no such table, or a column that is to be read can't be learnt.</exception>
    StoredTable Read(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose);
}
