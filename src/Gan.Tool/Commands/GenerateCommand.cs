using System.CommandLine;
using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>generate</c>: samples from a generator's ONNX file, without libtorch.</summary>
internal static class GenerateCommand
{
    private const int GridColumns = 10;
    private const int GridTiles = 100;

    public static Command Create(ProgramContext context)
    {
        var model = CommandLineOptions.Model();
        var count = OptionKinds.Number("--count", "Samples to make.", least: 1, otherwise: GridTiles);
        var firstNumber = CommandLineOptions.First();
        var className = new Option<string?>("--class")
        {
            Description = "The class to make samples of; of all classes if not given.",
            HelpName = "name",
        };
        var seed = CommandLineOptions.Seed();
        var folder = CommandLineOptions.Out("artifacts/generated");
        var pictures = new Option<bool>("--pictures")
        {
            Description = "Also write each image as a PNG file into a new folder 'pictures' within --out, those of a class into a sub-folder.",
        };
        var command = new Command(
            "generate",
            "Make samples from a trained generator: samples.csv and, of images, samples.png with the first 100. " +
            "For a table's generator: rows.")
        {
            model, count, firstNumber, className, seed, folder, pictures,
        };
        command.SetAction(parsed =>
        {
            using var generator = new MLContext().Gan().LoadGenerator(parsed.GetRequiredValue(model));
            var samples = Samples(generator, parsed.GetValue(firstNumber), parsed.GetValue(count), parsed.GetValue(className), parsed.GetValue(seed));
            var shape = ImageShape.Of(generator.SampleShape);
            using var each = parsed.GetValue(pictures) ? new PictureFiles(RequireImages(shape), parsed.GetRequiredValue(folder)) : null;
            using var output = new OutputFolder(parsed.GetRequiredValue(folder));
            var first = WriteCsv(output, samples, generator, each, context.CancellationToken);
            if (shape is { } known) output.Write("samples.png", stream => Grid(known, first).WritePng(stream));
            output.Publish();
            each?.Publish();
            context.Console.WriteLine($"Made {parsed.GetValue(count):N0} samples. The files are in {parsed.GetRequiredValue(folder)}.");
        });
        return command;
    }

    private static IDataView Samples(GeneratorTransformer generator, long first, int count, string? className, int seed)
    {
        if (className is null) return generator.SampleFrom(first, count, seed);
        RequireClass(generator, className);
        return generator.SampleFrom(first, count, className, seed);
    }

    /// <exception cref="InvalidOperationException">The generator has no such class.</exception>
    public static void RequireClass(GeneratorTransformer generator, string className)
    {
        if (generator.ClassNames.Count == 0)
            throw new InvalidOperationException($"--class must not be given for a generator without classes, but was '{className}'.");
        if (!generator.ClassNames.Contains(className))
            throw new InvalidOperationException($"--class must be one of {string.Join(", ", generator.ClassNames)}, but was '{className}'.");
    }

    /// <summary>Writes all samples, one by one as they are made, and gives the first of them.</summary>
    private static List<float[]> WriteCsv(
        OutputFolder folder, IDataView samples, GeneratorTransformer generator, PictureFiles? pictures, CancellationToken cancellationToken)
    {
        var first = new List<float[]>();
        folder.WriteText("samples.csv", writer =>
        {
            var csv = new SampleCsv(writer);
            csv.WriteHeader(GeneratedRows.ColumnNames(samples.Schema));
            foreach (var (label, values) in GeneratedRows.Read(samples, generator.ClassNames))
            {
                cancellationToken.ThrowIfCancellationRequested();
                csv.WriteRow(label, values);
                pictures?.Write(label, values);
                if (first.Count < GridTiles) first.Add(values);
            }
        });
        return first;
    }

    private static ImageShape RequireImages(ImageShape? shape) => shape ?? throw new InvalidOperationException(
        "--pictures must be given for a generator of grey or coloured images, but this one makes vectors.");

    private static SampleGrid Grid(ImageShape shape, IEnumerable<float[]> samples) =>
        new(shape, [], [new TileBlock("", [.. samples.Chunk(GridColumns)])]);
}
