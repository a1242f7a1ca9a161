namespace Gan.Tool.Reporting;

/// <summary>A folder of results, whose files are either whole or not there: written beside their place, then renamed.</summary>
internal sealed class OutputFolder
{
    private readonly string _folder;

    public OutputFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Write(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public void WriteText(string name, Action<TextWriter> write) => Write(name, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        write(writer);
    });
}
