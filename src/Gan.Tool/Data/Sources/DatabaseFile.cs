using System.Data.Common;

namespace Gan.Tool.Data.Sources;

/// <summary>The file that a database is.</summary>
internal sealed class DatabaseFile(string path)
{
    private readonly bool _wasThere = File.Exists(path);

    public string Name => $"'{Path.GetFileName(path)}'";

    /// <summary>Opens a connection to it.</summary>
    /// <exception cref="FileNotFoundException">It is to be read, and there is no such file.</exception>
    public DbConnection Open(bool isForWriting, Func<DbConnection> create)
    {
        if (!isForWriting && !File.Exists(path)) throw new FileNotFoundException($"The data file must exist, but '{path}' was not found.");
        if (isForWriting && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var connection = create();
        try
        {
            connection.Open();
            return connection;
        }
        catch (DbException fault)
        {
            connection.Dispose();
            throw new IOException($"{Name} must be a database file that can be opened, but is not: {fault.Message}", fault);
        }
    }

    /// <summary>Removes the file if it was not there before.</summary>
    public void TakeBack()
    {
        if (_wasThere) return;
        foreach (var end in new[] { "", "-journal", "-wal", "-shm", ".wal" }) File.Delete(path + end);
    }
}
