namespace Gan.Onnx;

/// <summary>Writes files that are either whole or not there: beside the place first, then renamed.</summary>
/// <remarks>
/// An older file's permissions stay, and where the path is a symbolic link, the link stays and its target is written. What a process that was
/// killed left behind goes away when a file is written to the same folder a day later.
/// </remarks>
internal static class AtomicFile
{
    private const string Prefix = ".gan-", Suffix = ".tmp";

    private static readonly TimeSpan StaleAge = TimeSpan.FromDays(1);
    private static readonly EnumerationOptions EveryFile = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Writes bytes.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>Writes what the action writes; if it fails, an older file stays as it was.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) throw new IOException($"The path to write to must be a file's, but '{path}' is a folder.");
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder to write '{Path.GetFileName(path)}' to must exist, but '{folder}' was not found.");
        var temporary = Path.Combine(folder, $"{Prefix}{Path.GetRandomFileName()}{Suffix}");
        try
        {
            WriteNew(temporary, target, write);
            RemoveStale(folder, File.GetLastWriteTimeUtc(temporary) - StaleAge);
            File.Move(temporary, target, overwrite: true);
            FolderFlush.ToDisk(folder);
        }
        catch (IOException failure) when (failure.Message.Contains(temporary, StringComparison.Ordinal))
        {
            throw new IOException(Explain(failure, temporary, path), failure);
        }
        catch (UnauthorizedAccessException failure) when (failure.Message.Contains(temporary, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException(Explain(failure, temporary, path), failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteNew(string temporary, string target, Action<Stream> write)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Removes what was left by processes that ended while they wrote, and by nobody else.</summary>
    private static void RemoveStale(string folder, DateTime before)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}", EveryFile))
        {
            try
            {
                if (File.GetLastWriteTimeUtc(file) < before) File.Delete(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // it belongs to somebody else, and the file to write is whole without
            }
        }
    }

    private static string Explain(Exception failure, string temporary, string path) =>
        $"The file '{path}' must be writable, but was not: {failure.Message.Replace(temporary, path, StringComparison.Ordinal)}";
}
