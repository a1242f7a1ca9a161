namespace Gan.Tool.Data.Images;

/// <summary>A file of a folder of pictures.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path within the folder, with slashes.</param>
internal sealed record PictureFile(string Path, string Name)
{
    /// <value>The sub-folder of the folder that it is in, at whatever depth; empty for the folder itself.</value>
    public string SubFolder => Name.Contains('/', StringComparison.Ordinal) ? Name[..Name.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>The files of a folder and of all below it by their names, hidden ones left out.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<PictureFile> AllOf(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"--data must be a folder of pictures, but there is no folder '{folder}'.");
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return [.. Directory.EnumerateFiles(folder, "*", everything)
            .Select(path => new PictureFile(path, System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }
}
