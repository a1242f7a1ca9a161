using System.CommandLine;
using Gan.Onnx;
using Gan.Tool.Evaluation;
using Gan.Tool.Options;
using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Data;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>ring</c>: an MLP on eight Gaussians, in seconds.</summary>
internal static class RingCommand
{
    private const int SampleCount = 2_500;

    public static Command Create(ProgramContext context)
    {
        var command = new Command("ring", "Train on points of the plane, eight Gaussians on a circle, and see which of them are found.");
        var arguments = new TrainingArguments(command, RingOptions.DefaultEpochs);
        command.SetAction(parsed => Run(context.Together(), arguments, parsed));
        return command;
    }

    private static int Run(ProgramContext context, TrainingArguments arguments, ParseResult parsed)
    {
        using var folder = new OutputFolder(arguments.Folder(parsed));
        var warnings = new TrainingWarnings();
        var mlContext = warnings.MLContext;
        var data = RingOptions.Mixture.Rows(mlContext, RingOptions.Rows, arguments.Seed(parsed));
        context.Console.WriteLine($"Training on {RingOptions.Rows:N0} points of {RingOptions.Mixture.Means.Count} Gaussians on a circle.");
        using var gan = TrainingDisplay.Run(context.Console, progress =>
            mlContext.Gan().Train(data, arguments.Choices(parsed, progress, context).Of(RingOptions.Options)));
        warnings.Write(context.Console);
        if (!context.IsFirst) return ExitCode.Done;
        TrainingOutputs.Write(folder, gan);

        using var generator = new MLContext().Gan().LoadGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        var real = data.GetColumn<float[]>("Features").Take(SampleCount).ToList();
        var generated = Generate(generator, arguments.Seed(parsed));
        folder.Write("ring.png", stream => ScatterPlot.WritePng(real, generated, stream));
        ResultTables.WriteServing(
            context.Console, gan.History.ExportDifference, generator.RowsPerSecond(arguments.Seed(parsed)),
            ResultTables.Rows(RingOptions.Mixture, generated));
        folder.Publish();
        return TrainingOutputs.Conclude(context.Console, arguments.Folder(parsed), gan.History);
    }

    private static List<float[]> Generate(GeneratorTransformer generator, int seed)
    {
        var latents = new MLContext().Gan().Latents(SampleCount, generator.LatentSize, seed, generator.Prior);
        return [.. generator.Transform(latents).GetColumn<float[]>("Sample")];
    }
}
