using System.Text;

namespace Gan.Tool.Reporting;

/// <summary>A folder of results: all are written aside, then moved to their places together, so that it never holds files of two runs.</summary>
/// <remarks>
/// Between the two the files of an earlier run are taken away. Whatever ends the program leaves files of one run, if not all of them.
/// </remarks>
internal sealed class OutputFolder : IDisposable
{
    private const string AsidePrefix = ".gan-";
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private readonly string _folder;
    private readonly string _aside;

    public OutputFolder(string folder)
    {
        _folder = folder;
        _aside = Path.Combine(folder, AsidePrefix + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        RemoveStale();
        Directory.CreateDirectory(_aside);
    }

    /// <summary>Where a file is until <see cref="Publish"/>.</summary>
    public string PathOf(string name) => Path.Combine(_aside, name);

    /// <summary>Where it is then.</summary>
    public string PlaceOf(string name) => Path.Combine(_folder, name);

    public void Write(string name, Action<Stream> write)
    {
        using var stream = new FileStream(PathOf(name), FileMode.Create, FileAccess.ReadWrite);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    public void WriteText(string name, Action<TextWriter> write, Encoding? encoding = null) => Write(name, stream =>
    {
        using var writer = new StreamWriter(stream, encoding ?? new UTF8Encoding(), leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });

    /// <summary>Moves all files to their places. It is the last thing that a run does with them.</summary>
    public void Publish()
    {
        var names = Directory.GetFiles(_aside).Select(path => Path.GetFileName(path)).ToList();
        if (names.Find(name => Directory.Exists(PlaceOf(name))) is { } folder)
            throw new IOException($"The path to write to must be a file's, but '{PlaceOf(folder)}' is a folder.");
        foreach (var name in names) File.Delete(PlaceOf(name));
        foreach (var name in names) File.Move(PathOf(name), PlaceOf(name));
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
    }

    /// <summary>Removes what runs left that were killed.</summary>
    private void RemoveStale()
    {
        var stale = Directory.GetDirectories(_folder, AsidePrefix + "*").Where(path => Directory.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Stale);
        foreach (var path in stale) Directory.Delete(path, recursive: true);
    }
}
