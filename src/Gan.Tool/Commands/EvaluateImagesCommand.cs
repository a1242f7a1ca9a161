using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Data.Images;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>evaluate-images</c>: how good the pictures of a folder are.</summary>
internal static class EvaluateImagesCommand
{
    public static Command Create(ProgramContext context)
    {
        var real = new Argument<string>("real") { Description = "The folder of real pictures, best those that the generator was trained on." };
        var generated = new Argument<string>("generated") { Description = "The folder of generated ones, such as 'gan generate --pictures' writes." };
        var test = new Option<string?>("--test")
        {
            Description = "A folder of real pictures that the generator was not trained on; without it, copies are not looked for.",
            HelpName = "folder",
        };
        var features = new Option<string?>("--features")
        {
            Description = "An ONNX network whose first output is what pictures are compared by; the pixels if not given.",
            HelpName = "file",
        };
        var pictures = new PictureArguments();
        var folder = CommandLineOptions.Out("artifacts/evaluation");
        var command = new Command(
            "evaluate-images",
            "Score a folder of generated pictures against real ones, by class if both have the same sub-folders: writes report.html.")
        {
            real, generated, test, features, folder,
        };
        pictures.AddTo(command);
        command.SetAction(parsed =>
        {
            var originals = Read(parsed.GetRequiredValue(real), pictures.Format(parsed));
            var like = pictures.Format(parsed) with { Channels = originals.Shape.Dimensions[0] };
            var made = Read(parsed.GetRequiredValue(generated), like);
            var heldOut = parsed.GetValue(test) is { } path ? Read(path, like) : null;
            var mlContext = new MLContext();
            using var output = new OutputFolder(parsed.GetRequiredValue(folder));
            var metrics = mlContext.Gan().EvaluateImages(originals.ToDataView(mlContext), made.ToDataView(mlContext), new()
            {
                Features = parsed.GetValue(features) is { } file ? ImageFeatures.FromOnnx(file) : ImageFeatures.Pixels,
                GeneratedColumnName = nameof(LabelledImage.Features),
                LabelColumnName = HaveTheSameClasses(originals, made, heldOut) ? nameof(LabelledImage.Label) : null,
                Test = heldOut?.ToDataView(mlContext),
            });
            ResultTables.WriteImages(context.Console, metrics);
            foreach (var remark in metrics.Remarks) context.Console.WriteLine(remark);
            metrics.SaveHtml(output.PathOf(EvaluateCommand.ReportFile));
            output.Publish();
            context.Console.WriteLine($"The pictures and curves are in {output.PlaceOf(EvaluateCommand.ReportFile)}.");
        });
        return command;

        ImageSet Read(string place, PictureFormat format)
        {
            var found = PictureFolder.Read(place, format, most: null, context.CancellationToken);
            SkippedFiles.Write(context.Console, found.Skipped);
            return found.Images;
        }
    }

    private static bool HaveTheSameClasses(ImageSet real, ImageSet made, ImageSet? heldOut) =>
        real.ClassNames.Count > 0 && real.ClassNames.ToHashSet().SetEquals(made.ClassNames) &&
        (heldOut is null || real.ClassNames.ToHashSet().SetEquals(heldOut.ClassNames));
}
