using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Tests.Data.Images;
using SkiaSharp;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class ImagesCommandTests
{
    private static readonly TemporaryFolder Data = new();
    private static readonly TemporaryFolder Out = new();

    private static CommandLine Trained { get; set; } = null!;

    [ClassInitialize]
    public static void Train(TestContext _)
    {
        TestPictures.WriteMany(Data["red"], 20, SKColors.Red);
        TestPictures.WriteMany(Data["blue/deep"], 20, SKColors.Blue);
        File.WriteAllText(Data["notes.txt"], "no picture");
        Trained = CommandLine.Run("images", "--data", Data.Path, "--size", "8", "--epochs", "1", "--device", "cpu", "--out", Out.Path);
    }

    [ClassCleanup]
    public static void Clean()
    {
        Data.Dispose();
        Out.Dispose();
    }

    [TestMethod]
    public void Images_FolderWithSubFolders_TrainsByClassAndNamesWhatItLeftOut()
    {
        Assert.AreEqual("", Trained.Error);
        Assert.AreEqual(ExitCode.Done, Trained.ExitCode);
        Assert.Contains("Left out 1 file:", Trained.Output);
        Assert.Contains("notes.txt: no picture of a known format", Trained.Output);
        Assert.Contains("Training on 32 images of 8 by 8 pixels in 2 classes; 8 more are held out.", Trained.Output);
        Assert.IsTrue(File.Exists(Out["samples.png"]));
    }

    [TestMethod]
    public void Images_FolderWithoutSubFolders_TrainsWithoutClasses()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run(
            "images", "--data", Data["red"], "--size", "8", "--channels", "1", "--fit", "pad", "--epochs", "1", "--device", "cpu",
            "--out", folder.Path);

        Assert.AreEqual("", run.Error);
        Assert.Contains("Training on 16 images of 8 by 8 pixels without classes; 4 more are held out.", run.Output);
        Assert.Contains("Variety, generated / real", run.Output);
        Assert.IsTrue(File.Exists(folder["generator.onnx"]));
    }

    [TestMethod]
    public void Generate_Pictures_WritesAFolderThatImagesReads()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("generate", "--model", Out["generator.onnx"], "--count", "40", "--pictures", "--out", folder.Path);

        Assert.AreEqual("", run.Error);
        CollectionAssert.AreEquivalent(
            new[] { "blue", "red" }, Directory.GetDirectories(folder["pictures"]).Select(path => Path.GetFileName(path)).ToArray());
        var files = Directory.GetFiles(folder["pictures"], "*.png", SearchOption.AllDirectories);
        Assert.HasCount(40, files);
        using var picture = SKBitmap.Decode(files[0]);
        Assert.AreEqual((8, 8), (picture.Width, picture.Height));
        var again = CommandLine.Run("generate", "--model", Out["generator.onnx"], "--pictures", "--out", folder.Path);
        Assert.Contains("is there already", again.Error);
    }

    [TestMethod]
    public void EvaluateImages_TheRealPicturesThemselves_AreAsGoodAsCanBe()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("evaluate-images", Data.Path, Data.Path, "--test", Data.Path, "--size", "8", "--out", folder.Path);

        Assert.AreEqual("", run.Error);
        Assert.MatchesRegex(@"Images +│ +40 │ +40 │", run.Output);
        Assert.MatchesRegex(@"Precision, 1 is best +│ +1\.000 │", run.Output);
        Assert.MatchesRegex(@"trained on them +│ +\d", run.Output, "Both have the same classes.");
        Assert.Contains("Left out 1 file:", run.Output);
        Assert.IsTrue(File.Exists(folder["report.html"]));
    }

    [TestMethod]
    public void EvaluateImages_FolderWithoutPictures_IsNamed()
    {
        using var empty = new TemporaryFolder();

        var run = CommandLine.Run("evaluate-images", Data.Path, empty.Path, "--size", "8");

        Assert.StartsWith($"Error: '{empty.Path}' must be a folder of PNG or JPEG pictures", run.Error);
    }

    [TestMethod]
    public void Explore_WithDataAndAPicture_WritesItsSheetsAndAnAnimation()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run(
            "explore", "--model", Out["generator.onnx"], "--data", Data.Path, "--picture", Data["red/00.png"], "--steps", "3", "--out", folder.Path);

        Assert.AreEqual("", run.Error);
        CollectionAssert.AreEqual(
            new[] { "classes.png", "found.csv", "found.png", "neighbours.png", "truncation.png", "walk.webp" }, folder.FileNames);
        using var walk = SKCodec.Create(folder["walk.webp"]);
        Assert.AreEqual(18, walk.FrameCount);
        Assert.AreEqual(80, walk.FrameInfo[0].Duration);
        var found = File.ReadAllLines(folder["found.csv"]);
        Assert.StartsWith("File,Class,Error,Latent1,", found[0]);
        Assert.StartsWith("00.png,", found[1]);
    }

    [TestMethod]
    public void Explore_UnknownClass_FailsAndNamesTheClasses()
    {
        var run = CommandLine.Run("explore", "--model", Out["generator.onnx"], "--class", "green");

        Assert.AreEqual("Error: --class must be one of blue, red, but was 'green'.", run.Error.TrimEnd());
    }
}
