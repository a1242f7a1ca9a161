using System.Data.Common;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A Parquet file, read and written by DuckDB.</summary>
internal sealed class ParquetFile(string path, WriteMode mode = WriteMode.Create) : FileTarget(path, mode), IStreamedSource
{
    public DatabaseSource? Streamed => Rows;

    private DatabaseSource Rows
    {
        get
        {
            if (!File.Exists(Place)) throw new FileNotFoundException($"The data file must exist, but '{Place}' was not found.");
            var name = Path.GetFileName(Place);
            return new(new ParquetDatabase(name), table: null, $"SELECT * FROM read_parquet({Quoted(Place)})", name) { Origin = "Parquet" };
        }
    }

    public StoredTable Read(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose) => Rows.Read(choose);

    protected override void WriteTo(string file, StoredRows rows)
    {
        var aside = new DuckDbDatabase($"{file}.duckdb");
        try
        {
            var table = new TableName(null, "rows");
            new DatabaseTarget(aside, table, WriteMode.Create).Write(rows);
            using var connection = aside.Open(isForWriting: false);
            using var command = connection.CreateCommand();
            command.CommandText = $"COPY {aside.Quoted(table)} TO {Quoted(file)} (FORMAT parquet)";
            command.ExecuteNonQuery();
        }
        catch (DbException fault)
        {
            throw new IOException($"The Parquet file must be written to '{Name}', but cannot be: {fault.Message}", fault);
        }
        finally
        {
            aside.TakeBack();
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
