namespace Gan.Testing;

/// <summary>The source tree that the running tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gan.sln"))) return folder.FullName;
        throw new InvalidOperationException(
            $"The tests must run from inside the source tree: no folder above {AppContext.BaseDirectory} holds Gan.sln.");
    }
}
