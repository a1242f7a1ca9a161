using System.CommandLine;
using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Data.Images;
using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>explore</c>: what a generator of images has learnt, in pictures, from its ONNX file.</summary>
internal static class ExploreCommand
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(80);

    public static Command Create(ProgramContext context)
    {
        var model = CommandLineOptions.Model();
        var data = new Option<string?>("--data")
        {
            Description = "The folder of pictures that it was trained on, for neighbours.png: samples, and the picture nearest to each.",
            HelpName = "folder",
        };
        var pictures = OptionKinds.Texts("--picture", "A picture to search for: found.png has it and the nearest that the generator makes.", "file");
        var fit = OptionKinds.Choice("--fit", "How a picture becomes a square: its middle, or all of it with white at two sides.", ImageFit.Crop);
        var className = new Option<string?>("--class") { Description = "The class to show; all if not given.", HelpName = "name" };
        var steps = OptionKinds.Number("--steps", "Pictures of the walk from one latent vector to the next.", least: 1, otherwise: 20);
        var seed = CommandLineOptions.Seed();
        var folder = CommandLineOptions.Out("artifacts/explored");
        var command = new Command(
            "explore",
            "Look into a trained generator of images: walk.webp, a walk through its latent space; truncation.png; classes.png, the same latent " +
            "vectors in each class.")
        {
            model, data, pictures, fit, className, steps, seed, folder,
        };
        command.SetAction(parsed =>
        {
            using var generator = new MLContext().Gan().LoadGenerator(parsed.GetRequiredValue(model));
            var shape = ImageShape.Of(generator.SampleShape) ?? throw new InvalidOperationException(
                "--model must be a generator of grey or coloured images, but makes vectors. 'generate' makes samples of it.");
            var sheets = new LatentSheets(generator, shape, Key(generator, parsed.GetValue(className)), parsed.GetValue(seed));
            using var output = new OutputFolder(parsed.GetRequiredValue(folder));
            output.Write("truncation.png", sheets.Truncation().WritePng);
            if (generator.ClassNames.Count > 0) output.Write("classes.png", sheets.Classes().WritePng);
            if (parsed.GetValue(data) is { } training)
                output.Write("neighbours.png", sheets.Neighbours(Read(training, shape, parsed.GetValue(fit), context)).WritePng);
            if (parsed.GetRequiredValue(pictures) is { Length: > 0 } files)
            {
                var search = new PictureSearch(generator, shape, parsed.GetValue(className), parsed.GetValue(seed));
                var found = files.Select(file => search.Find(file, parsed.GetValue(fit), context.CancellationToken)).ToList();
                output.Write("found.png", search.Sheet(found).WritePng);
                output.WriteText("found.csv", writer => PictureSearch.WriteCsv(found, writer));
            }
            output.Write("walk.webp", stream => AnimatedWebp.Write(Until(sheets.Walk(parsed.GetValue(steps)), context), FrameTime, stream));
            output.Publish();
            context.Console.WriteLine($"The pictures are in {parsed.GetRequiredValue(folder)}.");
        });
        return command;
    }

    private static uint? Key(GeneratorTransformer generator, string? className)
    {
        if (className is null) return null;
        GenerateCommand.RequireClass(generator, className);
        return (uint)generator.ClassNames.ToList().IndexOf(className) + 1;
    }

    private static ImageSet Read(string folder, ImageShape shape, ImageFit fit, ProgramContext context)
    {
        var read = PictureFolder.Read(folder, FormatOf(shape, fit), most: null, context.CancellationToken);
        SkippedFiles.Write(context.Console, read.Skipped);
        return read.Images;
    }

    private static PictureFormat FormatOf(ImageShape shape, ImageFit fit) => shape.Height == shape.Width
        ? new(shape.Height, fit, shape.Channels)
        : throw new InvalidOperationException(
            $"--data must be given for a generator of square images, but its images have {shape.Height} by {shape.Width} pixels.");

    private static IEnumerable<T> Until<T>(IEnumerable<T> frames, ProgramContext context)
    {
        foreach (var frame in frames)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            yield return frame;
        }
    }
}
