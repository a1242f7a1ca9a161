using System.Data.Common;

namespace Gan.Tool.Data.Sources;

/// <summary>DuckDB that reads a Parquet file.</summary>
/// <param name="name">What messages call the file.</param>
internal sealed class ParquetDatabase(string name) : DuckDbDatabase
{
    protected override Exception Refusal(DbException fault) =>
        new InvalidDataException($"'{name}' must be a Parquet file, but cannot be read as one: {fault.Message}", fault);
}
