using System.Reflection;
using System.Xml.Linq;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Architecture;

/// <summary>Who may know whom: between the assemblies, and inside the trainer.</summary>
[TestClass]
public sealed class DependencyTests
{
    private static readonly string[] Pieces = ["Losses", "Regularizers", "Architectures", "Augmentation"];

    // The discriminator's outputs are what losses and regularizers both speak of.
    private static readonly string[] CommonWords = ["Logits"];

    [TestMethod]
    [DataRow("Gan.Onnx", "Google.Protobuf")]
    [DataRow("Gan.Personal", "Bogus")]
    [DataRow("Gan.Serving", "Microsoft.Extensions.Options")]
    [DataRow("Gan.AspNetCore", "Microsoft.AspNetCore.Routing")]
    [DataRow("Gan.Evaluation", "Microsoft.ML.LightGbm")]
    public void Library_EverythingItReaches_IsWithoutTorchSharpAndTheTrainer(string library, string example)
    {
        var reached = Reached(library);

        Assert.Contains(example, reached);
        var forbidden = reached.Where(name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase) || name == "Microsoft.ML.Gan");
        Assert.AreEqual("", string.Join(", ", forbidden));
    }

    [TestMethod]
    [DataRow("Gan.Onnx", "")]
    [DataRow("Gan.Personal", "Gan.Onnx")]
    [DataRow("Gan.Serving", "Gan.Onnx")]
    [DataRow("Gan.AspNetCore", "Gan.Serving")]
    [DataRow("Gan.Evaluation", "Gan.Onnx")]
    [DataRow("Microsoft.ML.Gan", "Gan.Evaluation, Gan.Onnx")]
    public void Library_ProjectReferences_AreThoseOfTheDesign(string library, string references) =>
        Assert.AreEqual(references, string.Join(", ", Includes(library, "ProjectReference").Select(Path.GetFileNameWithoutExtension)));

    [TestMethod]
    public void GanServing_Packages_AreExtensionsOfMicrosoftAlone()
    {
        var others = Includes("Gan.Serving", "PackageReference").Where(id => !id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

        Assert.AreEqual("", string.Join(", ", others));
    }

    [TestMethod]
    public void GanAspNetCore_Packages_AreNone() => Assert.AreEqual("", string.Join(", ", Includes("Gan.AspNetCore", "PackageReference")));

    [TestMethod]
    [DataRow("Losses")]
    [DataRow("Regularizers")]
    [DataRow("Architectures")]
    [DataRow("Augmentation")]
    public void Piece_OfTheAlgorithm_KnowsNeitherTheOthersNorTheTrainerNorMLNet(string piece)
    {
        var forbidden = Pieces.Where(other => other != piece).SelectMany(WordsOf).Except(CommonWords)
            .Concat(["GanTrainer", "TrainingLoop", "AdversarialTraining", "MLContext", "IDataView", "IEstimator", "ITransformer"]);

        AssertNoneUses(Trainer(piece), forbidden);
    }

    [TestMethod]
    public void TrainingLoop_Code_KnowsNoFormulaAndNoTrainer() =>
        AssertNoneUses(TrainingFile("TrainingLoop.cs"), [.. WordsOf("Losses"), .. WordsOf("Regularizers"), "GanTrainer"]);

    [TestMethod]
    [DataRow("AdversarialTraining.cs")]
    [DataRow("SimultaneousTraining.cs")]
    [DataRow("Game.cs")]
    public void Algorithm_Code_KnowsNoLoopTrainerOrInputOutput(string file) =>
        AssertNoneUses(
            TrainingFile(file),
            ["TrainingLoop", "GanTrainer", "GanLosses", "GanRegularizers", "GanArchitectures", "IDataView", "IChannel", "File", "try", "catch"]);

    [TestMethod]
    [DataRow("Gan.Onnx", false)]
    [DataRow("Gan.Personal", false)]
    [DataRow("Gan.Serving", false)]
    [DataRow("Gan.AspNetCore", false)]
    [DataRow("Gan.Evaluation", true)]
    [DataRow("Microsoft.ML.Gan", false)]
    public void Library_LightGbm_IsReferencedByTheEvaluationAlone(string library, bool isReferenced) =>
        Assert.AreEqual(isReferenced, Includes(library, "PackageReference").Contains("Microsoft.ML.LightGbm"));

    [TestMethod]
    public void DependencyRules_WordsOfAFolder_AreItsNameAndTypes()
    {
        var file = new SourceFile(
            "Losses/HingeLoss.cs", "namespace N.Losses;\npublic sealed record HingeLoss(int Margin) : IGanLoss;\ninternal static class Margins;");

        CollectionAssert.AreEqual(new[] { "HingeLoss", "Margins" }, file.DeclaredTypes.ToList());
        CollectionAssert.AreEqual(new[] { "IGanLoss" }, file.Uses(["IGanLoss", "GanLoss", "Loss"]).ToList());
    }

    private static IReadOnlyList<SourceFile> Trainer(string folder) => SourceFile.Under("Microsoft.ML.Gan", folder);

    private static IEnumerable<SourceFile> TrainingFile(string name) => Trainer("Training").Where(file => file.Name == name);

    private static IEnumerable<string> WordsOf(string folder) => Trainer(folder).SelectMany(file => file.DeclaredTypes).Append(folder);

    private static void AssertNoneUses(IEnumerable<SourceFile> files, IEnumerable<string> forbidden)
    {
        var words = forbidden.ToHashSet();
        var uses = files.SelectMany(file => file.Uses(words).Select(word => $"{file.Path} uses {word}"));
        Assert.AreEqual("", string.Join('\n', uses));
    }

    private static IEnumerable<string> Includes(string library, string item) => XDocument.Load(Repository.PathOf("src", library, $"{library}.csproj"))
        .Descendants(item).Attributes("Include").Select(include => include.Value);

    private static HashSet<string> Reached(string assembly)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<AssemblyName>([new AssemblyName(assembly)]);
        while (waiting.TryDequeue(out var next))
        {
            if (!reached.Add(next.Name!)) continue;
            foreach (var reference in ReferencesOf(next)) waiting.Enqueue(reference);
        }
        return reached;
    }

    private static AssemblyName[] ReferencesOf(AssemblyName name)
    {
        try { return Assembly.Load(name).GetReferencedAssemblies(); }
        catch (FileNotFoundException) { return []; }      // optional parts of ML.NET that the application may leave out
    }
}
