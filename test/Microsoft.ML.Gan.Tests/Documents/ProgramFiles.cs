namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>The assemblies of the running tests: theirs, the libraries', and all that these use, the runtime's included.</summary>
internal static class ProgramFiles
{
    public static IReadOnlyList<string> Paths { get; } = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
