namespace Gan.Tool.Tests;

/// <summary>An empty folder that goes away with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gan-samples-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string[] FileNames => [.. Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
