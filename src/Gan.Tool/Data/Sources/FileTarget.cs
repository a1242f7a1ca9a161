namespace Gan.Tool.Data.Sources;

/// <summary>A file of rows, written aside and moved to its place when all are in it.</summary>
internal abstract class FileTarget(string path, WriteMode mode) : ITableTarget
{
    public string Name => path;

    /// <value>Where the file is, or will be.</value>
    protected string Place => path;

    public void Check()
    {
        if (mode == WriteMode.Append)
            throw new ArgumentException($"--append must go with a database, but '{path}' is a file. Give --replace or another name.");
        if (Directory.Exists(path)) throw new IOException($"The path to write to must be a file's, but '{path}' is a folder.");
        if (mode == WriteMode.Create && File.Exists(path))
            throw new IOException($"The file to write to must be a new one, but '{path}' is there. Give --replace or another name.");
    }

    public void Write(StoredRows rows)
    {
        Check();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $".gan-{Path.GetRandomFileName()}");
        try
        {
            WriteTo(aside, rows);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Writes all rows to a file.</summary>
    protected abstract void WriteTo(string file, StoredRows rows);
}
