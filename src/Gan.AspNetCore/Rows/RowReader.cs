using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Rows on their way into an answer, one at a time.</summary>
internal abstract class RowReader : IDisposable
{
    /// <value>Whether the rows are in memory; if not, they are made as they are read.</value>
    public abstract bool IsMade { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public abstract bool MoveNext();

    /// <summary>Writes the row as a JSON object.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Writes the cells of the row.</summary>
    public abstract void Write(CsvLine line);

    public abstract void Dispose();
}
