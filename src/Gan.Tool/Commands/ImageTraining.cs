using System.CommandLine;
using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>Trains a GAN on images in an ML.NET pipeline, by class if they have some, writes what came out, serves it from the ONNX file.</summary>
internal sealed class ImageTraining(ProgramContext context, TrainingArguments arguments, ParseResult parsed)
{
    private const int GeneratedColumns = 10;
    private const int RealColumns = 3;
    private const int LeastGenerated = 1_000;
    private const int ShownClasses = 16;

    public int Run(ImageSet images, GanTrainer.Options options)
    {
        using var folder = new OutputFolder(arguments.Folder(parsed));
        var (training, heldOut) = images.Split();
        context.Console.WriteLine(
            $"Training on {training.Images.Count:N0} images of {images.Shape.Height} by {images.Shape.Width} pixels " +
            (images.ClassNames.Count > 0 ? $"in {images.ClassNames.Count} classes; " : "without classes; ") +
            $"{heldOut.Images.Count:N0} more are held out.");

        var warnings = new TrainingWarnings();
        var mlContext = warnings.MLContext;
        var data = training.ToDataView(mlContext);
        var strip = new FilmStrip(images.Shape, generator => Strip(generator, images));
        var keys = new EstimatorChain<ITransformer>();
        if (images.ClassNames.Count > 0)
            keys = keys.Append<ITransformer>(mlContext.Transforms.Conversion.MapValueToKey("Label", keyData: training.ClassesView(mlContext)));
        var model = TrainingDisplay.Run(context.Console, progress =>
            keys.Append(mlContext.Gan().Train(arguments.Choices(parsed, progress, context).Of(options))).Fit(data), strip.Look);
        warnings.Write(context.Console);
        using var gan = model.LastTransformer;
        if (!context.IsFirst) return ExitCode.Done;

        TrainingOutputs.Write(folder, gan);
        gan.SaveDiscriminator(folder.PathOf("discriminator.onnx"));
        if (!strip.IsEmpty) folder.Write("progress.png", strip.WritePng);
        folder.Write("model.zip", stream => mlContext.Model.Save(model, data.Schema, stream));
        var quality = Serve(folder, training, heldOut, gan.History.ExportDifference);
        if (images.ClassNames.Count > 0) ResultTables.WriteClasses(context.Console, quality);
        folder.Publish();
        return TrainingOutputs.Conclude(context.Console, arguments.Folder(parsed), gan.History);
    }

    /// <summary>Does what another program would: opens the generator's file in a context of its own, with nothing of the training at hand.</summary>
    private ImageQuality Serve(OutputFolder folder, ImageSet training, ImageSet heldOut, double exportDifference)
    {
        var seed = arguments.Seed(parsed);
        using var generator = new MLContext().Gan().LoadGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        folder.Write("samples.png", stream => Grid(generator, training, seed).WritePng(stream));
        var quality = ImageQuality.Measure(generator, training, heldOut, seed);
        ResultTables.WriteServing(context.Console, exportDifference, generator.RowsPerSecond(seed), ResultTables.Rows(quality));
        if (training.Images.Count < ImageEvaluationOptions.LeastImages)
        {
            context.Console.WriteLine(
                $"The images are not evaluated by features: that takes {ImageEvaluationOptions.LeastImages} to train on, but there are fewer.");
            return quality;
        }
        var metrics = Evaluate(generator, training, heldOut, seed);
        ResultTables.WriteImages(context.Console, metrics);
        metrics.SaveHtml(folder.PathOf(EvaluateCommand.ReportFile));
        return quality;
    }

    /// <summary>By pixels: the images are tiny.</summary>
    private static ImageGanMetrics Evaluate(GeneratorTransformer generator, ImageSet training, ImageSet heldOut, int seed)
    {
        var mlContext = new MLContext();
        var generated = generator.Sample(Math.Max(LeastGenerated, heldOut.Images.Count), seed);
        return mlContext.Gan().EvaluateImages(
            training.ToDataView(mlContext), generated, new()
            {
                LabelColumnName = training.ClassNames.Count > 0 ? nameof(LabelledImage.Label) : null,
                Test = heldOut.Images.Count < ImageEvaluationOptions.LeastImages ? null : heldOut.ToDataView(mlContext),
            });
    }

    private static SampleGrid Grid(GeneratorTransformer generator, ImageSet training, int seed)
    {
        if (training.ClassNames.Count == 0)
        {
            return new(training.Shape, [],
            [
                new TileBlock("real", [.. Pixels(training.Images.Take(GeneratedColumns * RealColumns)).Chunk(RealColumns)]),
                new TileBlock("generated", [.. generator.Vectors(GeneratedColumns * GeneratedColumns, null, seed).Chunk(GeneratedColumns)]),
            ]);
        }
        string[] names = [.. training.ClassNames.Take(ShownClasses)];
        return new(training.Shape, names,
        [
            new TileBlock("real", [.. names.Select(name => Pixels(training.OfClass(name).Take(RealColumns)).ToArray())]),
            new TileBlock("generated", [.. names.Select(name => generator.Vectors(GeneratedColumns, name, seed).ToArray())]),
        ]);
    }

    private float[][] Strip(GeneratorTransformer generator, ImageSet images) => images.ClassNames.Count == 0
        ? [.. generator.Vectors(GeneratedColumns, null, arguments.Seed(parsed))]
        : [.. images.ClassNames.Take(ShownClasses).SelectMany(name => generator.Vectors(1, name, arguments.Seed(parsed)))];

    private static IEnumerable<float[]> Pixels(IEnumerable<LabelledImage> images) => images.Select(image => image.Features);
}
