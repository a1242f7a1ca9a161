using System.CommandLine;
using System.Globalization;
using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Gan.Tool.Options;
using Gan.Tool.Pictures;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>theory</c>: the pictures of docs/theory.md, each from trainings of a few seconds.</summary>
internal static class TheoryCommand
{
    private const int RingRows = 8_192;
    private const int RingPoints = 1_500;

    public static Command Create(ProgramContext context)
    {
        var (seed, folder) = (CommandLineOptions.Seed(), CommandLineOptions.Out("artifacts/theory"));
        var command = new Command(
            "theory", "Draw what the theory says against what trainings measure: D and D*, V and its bound, the ring over time.")
        {
            seed, folder,
        };
        command.SetAction(parsed => Run(context, parsed.GetValue(seed), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(ProgramContext context, int seed, string path)
    {
        using var folder = new OutputFolder(path);
        var table = new Table().RoundedBorder().AddColumns("Data and generator", "Mean |D \u2212 D*|", "V", "2 JSD \u2212 2 log 2");
        var trained = new List<(KnownGame Game, double[] Probabilities, GanTrainingHistory History)>();
        foreach (var game in KnownGame.All)
        {
            context.Console.WriteLine($"Training the discriminator: {game.Name}.");
            var (probabilities, history) = TrainDiscriminator(game, seed, context.CancellationToken);
            if (history.WasCancelled) return Stop(context);
            trained.Add((game, probabilities, history));
            var value = history.Reports.TakeLast(20).Average(report => report.Value);
            table.AddRow(game.Name, Number(game.MeanError(probabilities)), Number(value), Number(game.ValueBound));
        }
        folder.Write(
            "theory-discriminator.png",
            stream => TheoryPlots.WriteDiscriminators([.. trained.Select(one => (one.Game, one.Probabilities))], stream));
        folder.Write("theory-value.png", stream => TheoryPlots.WriteValues([.. trained.Select(one => (one.Game, one.History))], stream));

        var ring = RingOptions.Mixture.Rows(new MLContext(), RingRows, seed);
        var moments = new List<(int Rounds, IReadOnlyList<float[]> Points, double Value)>();
        foreach (var rounds in TheoryOptions.RingRounds)
        {
            context.Console.WriteLine($"Training on the ring for {rounds:N0} rounds.");
            using var gan = new MLContext().Gan().Train(ring, TheoryOptions.RingAfter(rounds, seed, context.CancellationToken));
            if (gan.History.WasCancelled) return Stop(context);
            moments.Add((rounds, [.. gan.Generator.Vectors(RingPoints, className: null, seed)], gan.History.Reports[^1].Value));
        }
        folder.Write("theory-ring.png", stream => TheoryPlots.WriteRing([.. ring.GetColumn<float[]>("Features").Take(RingPoints)], moments, stream));
        folder.Publish();
        context.Console.Write(table);
        context.Console.WriteLine($"The pictures are in {path}.");
        return ExitCode.Done;
    }

    /// <summary>D at the points of the line, trained against the game's fixed generator.</summary>
    private static (double[] Probabilities, GanTrainingHistory History) TrainDiscriminator(
        KnownGame game, int seed, CancellationToken cancellationToken)
    {
        var mlContext = new MLContext();
        var rows = game.Real.Rows(mlContext, TheoryOptions.LineRows, seed);
        var values = rows.GetColumn<float[]>("Features").Select(row => row[0]).ToList();
        using var gan = mlContext.Gan().Train(rows, TheoryOptions.FixedGenerator(game.Fake, values, seed, cancellationToken));
        var line = NormalMixture.Rows(mlContext, 1, KnownGame.Line.Select(x => new[] { (float)x }));
        return ([.. gan.Transform(line).GetColumn<float>("Probability").Select(probability => (double)probability)], gan.History);
    }

    private static int Stop(ProgramContext context)
    {
        context.Console.WriteLine("Stopped; pictures that were not finished were not written.");
        return ExitCode.Stopped;
    }

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
