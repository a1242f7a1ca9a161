namespace Gan.Tool.Data.Sources;

/// <summary>A place that rows are written to: all of them, or none.</summary>
internal interface ITableTarget
{
    /// <value>What messages call it.</value>
    string Name { get; }

    /// <summary>Refuses, before anything is made, what can't be written.</summary>
    /// <exception cref="IOException">The place can't be reached, or has such a table or file already.</exception>
    void Check();

    /// <summary>Writes all rows. Whatever ends it before leaves the place as it was.</summary>
    void Write(StoredRows rows);
}
