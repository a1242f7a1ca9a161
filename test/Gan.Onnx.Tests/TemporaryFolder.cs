namespace Gan.Onnx.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-onnx-tests");

    public string Path => _folder.FullName;

    public string[] Files => [.. _folder.EnumerateFiles().Select(file => file.Name).Order()];

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
