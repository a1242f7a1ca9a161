using System.Reflection;
using Gan.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.EndToEnd.Tests.Samples;

/// <summary>A program of docs/samples: one file, compiled and run in this process, since a build of each would take far longer.</summary>
internal sealed class SampleFile(string name)
{
    // What a project has by ImplicitUsings.
    private const string ImplicitUsings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    // Lets the compiler pass over the lines that begin with "#:", which are for the build.
    private static readonly CSharpParseOptions FileBased =
        CSharpParseOptions.Default.WithFeatures([KeyValuePair.Create("FileBasedProgram", "true")]);

    private static readonly string TemporaryPath = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static string Folder { get; } = Repository.PathOf("docs", "samples");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order();

    public string[] Lines { get; } = File.ReadAllLines(Path.Combine(Folder, name));

    /// <summary>The values of a directive, such as the paths of <c>#:project</c>.</summary>
    public IEnumerable<string> Directive(string directive) =>
        Lines.Where(line => line.StartsWith($"#:{directive} ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);

    /// <summary>What the program prints. Its files go to a temporary folder of its own.</summary>
    public string Run(params string[] arguments)
    {
        var main = Compile().EntryPoint!;
        using var folder = new TemporaryFolder();
        using var output = new StringWriter { NewLine = "\n" };
        var (console, temporary) = (Console.Out, Environment.GetEnvironmentVariable(TemporaryPath));
        Environment.SetEnvironmentVariable(TemporaryPath, folder.Path);
        Console.SetOut(output);
        try { main.Invoke(null, [arguments]); }
        finally
        {
            Console.SetOut(console);
            Environment.SetEnvironmentVariable(TemporaryPath, temporary);
        }
        return output.ToString();
    }

    /// <summary>The program, as a build makes it.</summary>
    public Assembly Compile()
    {
        SyntaxTree[] trees = [.. new[] { ImplicitUsings, string.Join('\n', Lines) }.Select(text => CSharpSyntaxTree.ParseText(text, FileBased))];
        var options = new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]);      // as a build does
        using var file = new MemoryStream();
        var result = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(name), trees, References, options).Emit(file);
        Assert.AreEqual("", string.Join('\n', result.Diagnostics.Where(fault => fault.Severity > DiagnosticSeverity.Info)));
        return Assembly.Load(file.ToArray());
    }
}
