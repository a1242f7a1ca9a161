using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>Loads the libtorch of the folder that GAN_LIBTORCH names, before TorchSharp looks for one beside the program.</summary>
internal static class OwnLibTorch
{
    private const string Variable = "GAN_LIBTORCH";

    // in the order of their needs; the CUDA ones are not in a build for the CPU
    private static readonly string[] Names = ["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"];

    public static void Load()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return;
        if (Directory.Exists(Path.Combine(folder, "lib"))) folder = Path.Combine(folder, "lib");      // as in the archive of pytorch.org
        var files = Names.Select(name => Path.Combine(folder, FileName(name))).Where(File.Exists).ToList();
        if (files.Count == 0) throw new DirectoryNotFoundException($"{Variable} must name a folder with libtorch, but '{folder}' has none.");
        foreach (var file in files) NativeLibrary.Load(file);
    }

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
