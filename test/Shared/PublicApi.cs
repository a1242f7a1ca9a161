using System.Reflection;
using PublicApiGenerator;

namespace Gan.Testing;

/// <summary>Compares an assembly's public surface with the text that was last approved.</summary>
internal static class PublicApi
{
    /// <summary>Fails if the surface differs from test/{assembly}.Tests/PublicApi/{assembly}.approved.txt.</summary>
    public static void MustBeAsApproved(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var approvedPath = Repository.PathOf("test", $"{name}.Tests", "PublicApi", $"{name}.approved.txt");
        var receivedPath = Path.Combine(AppContext.BaseDirectory, $"{name}.received.txt");
        var received = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] });
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (Lines(received).SequenceEqual(Lines(approved))) return;

        File.WriteAllText(receivedPath, received.ReplaceLineEndings("\n").TrimEnd() + "\n");
        Assert.Fail(
            $"""
            The public API of {name} must be as approved, but {FirstDifference(Lines(approved), Lines(received))}.
            If the change is meant, note it in CHANGELOG.md and accept it:
            cp "{receivedPath}" "{approvedPath}"
            """);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Trim().Split('\n');

    private static string FirstDifference(string[] approved, string[] received)
    {
        var line = approved.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} is '{received.ElementAtOrDefault(line)?.Trim()}' instead of '{approved.ElementAtOrDefault(line)?.Trim()}'";
    }
}
