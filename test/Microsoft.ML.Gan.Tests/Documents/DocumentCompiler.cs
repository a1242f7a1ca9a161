using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>Compiles the C# of a document as a user's program would be: whole files as they are, and pieces of code one after the other.</summary>
internal static class DocumentCompiler
{
    // What the projects of users have by ImplicitUsings, and what the documents tell them to use.
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.ML; global using Microsoft.ML.Data; global using Microsoft.ML.Gan; global using Gan.Onnx;
        """;

    // What pieces of code take as given.
    private const string Given = "MLContext mlContext; IDataView data, test, latents, conditions;";

    private static readonly MetadataReference[] References =
        [.. ProgramFiles.Paths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The compiler's errors, with the document's lines.</summary>
    public static IEnumerable<string> Errors(MarkdownFile file)
    {
        var blocks = file.CSharpBlocks.ToLookup(block => IsPiece(block.Code));
        return blocks[false].Select(block => Line(file, block)).Append(Joined(file, blocks[true])).SelectMany(Errors);
    }

    /// <summary>Pieces of code as functions one in the other: each sees what those before it declare, and may take a name again.</summary>
    private static string Joined(MarkdownFile file, IEnumerable<MarkdownBlock> pieces)
    {
        var (functions, ends) = ("", "");
        foreach (var (index, piece) in pieces.Index())
        {
            functions += $"void Piece{index}() {{\n{Line(file, piece)}\n";
            ends += '}';
        }
        return $"class Pieces {{ {Given} {functions}{ends} }}";
    }

    private static string Line(MarkdownFile file, MarkdownBlock block) => $"#line {block.Line} \"{file.Path}\"\n{block.Code}";

    private static bool IsPiece(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
        return root.Usings.Count == 0 && root.Members.All(member => member is GlobalStatementSyntax);
    }

    private static IEnumerable<string> Errors(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Document", [CSharpSyntaxTree.ParseText(Usings), tree], References, options)
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => (error.Location.GetMappedLineSpan(), error.GetMessage()))
            .Select(error => $"{error.Item1.Path}:{error.Item1.StartLinePosition.Line + 1}: {error.Item2}");
    }
}
