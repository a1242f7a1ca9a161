using Gan.Tool.Data.Images;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>The files of a folder that are no pictures: the first by name, the others by number.</summary>
internal static class SkippedFiles
{
    private const int Named = 10;

    public static void Write(IAnsiConsole console, IReadOnlyList<SkippedFile> skipped)
    {
        if (skipped.Count == 0) return;
        console.WriteLine($"Left out {skipped.Count:N0} {(skipped.Count == 1 ? "file" : "files")}:");
        foreach (var file in skipped.Take(Named)) console.WriteLine($"  {file.Name}: {file.Reason}");
        if (skipped.Count > Named) console.WriteLine($"  and {skipped.Count - Named:N0} more.");
    }
}
