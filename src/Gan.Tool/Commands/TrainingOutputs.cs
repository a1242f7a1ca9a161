using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>What every training verb writes, and its last words.</summary>
internal static class TrainingOutputs
{
    public const string GeneratorFile = "generator.onnx";

    public static void Write(OutputFolder folder, GanTransformer gan)
    {
        gan.SaveGenerator(folder.PathOf(GeneratorFile));
        WriteHistory(folder, gan.History);
    }

    public static void WriteHistory(OutputFolder folder, GanTrainingHistory history)
    {
        folder.Write("training.png", stream => TrainingPlot.WritePng(history, stream));
        folder.WriteText("history.csv", writer => HistoryCsv.Write(history, writer));
    }

    /// <summary>Says where the files are, and whether the training was stopped; gives the exit code.</summary>
    public static int Conclude(IAnsiConsole console, string folder, GanTrainingHistory history)
    {
        console.WriteLine($"Trained for {history.Elapsed.TotalSeconds:N1} s, {history.Rounds:N0} rounds. The files are in {folder}.");
        if (!history.WasCancelled) return ExitCode.Done;
        console.WriteLine("Training was stopped early; the files hold what was trained until then.");
        return ExitCode.Stopped;
    }
}
