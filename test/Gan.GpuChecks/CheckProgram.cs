using System.Diagnostics;
using Microsoft.ML.Gan.GpuChecks.Checks;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>Runs the checks that arguments ask for, and prints what came of each.</summary>
public static class CheckProgram
{
    private const string Usage = "dotnet run --project test/Gan.GpuChecks -p:GanAccelerator=cuda -- [--device cuda|cpu] [--short]";

    private static readonly (string Name, Func<CheckedDevice, Outcome> Run)[] Checks =
    [
        ("device", DeviceFound.Check),
        ("rounds against the CPU", Agreement.Check),
        ("same seed twice", SameSeed.Check),
        ("CPU to device and back", Checkpoints.Check),
        ("ring", RingQuality.Check),
        ("digits", DigitQuality.Check),
        ("table", TableQuality.Check),
        ("exported file", ExportParity.Check),
        ("serving falls back", ServingFallback.Check),
        ("memory", FlatMemory.Check),
        ("speed", Speed.Check),
        ("waits in a round", Waits.Check),
    ];

    /// <summary>Runs the checks.</summary>
    /// <param name="arguments">--device cuda (the default) or cpu; --short for less of each check.</param>
    /// <param name="output">Gets the table and the count.</param>
    /// <param name="errors">Gets what is wrong with the arguments.</param>
    /// <returns>0 if no check failed, 1 if one did, 2 for other arguments.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (CheckedDevice.Of(arguments) is not { } device)
        {
            errors.WriteLine(Usage);
            return 2;
        }
        OwnLibTorch.Load();
        if (device is { IsShort: true, IsCuda: false }) TorchSharp.torch.set_num_threads(1);          // it may have to share the machine
        var outcomes = new List<Outcome>();
        foreach (var (name, run) in Checks)
        {
            var start = Stopwatch.GetTimestamp();
            var outcome = Attempt(run, device);
            outcomes.Add(outcome);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            output.WriteLine($"{outcome.Kind.ToString().ToLowerInvariant(),-4}  {name,-24} {seconds,6:F1} s  {outcome.Words}");
        }
        int Count(OutcomeKind kind) => outcomes.Count(outcome => outcome.Kind == kind);
        output.WriteLine($"{Count(OutcomeKind.Pass)} passed, {Count(OutcomeKind.Fail)} failed, {Count(OutcomeKind.Skip)} skipped");
        return Count(OutcomeKind.Fail) == 0 ? 0 : 1;
    }

    /// <summary>A check that throws has failed, and the others go on: a stranger sends one table.</summary>
    private static Outcome Attempt(Func<CheckedDevice, Outcome> run, CheckedDevice device)
    {
        try
        {
            return run(device);
        }
        catch (Exception failure)
        {
            for (var inner = failure.InnerException; inner is not null; inner = inner.InnerException) failure = inner;
            return Outcome.Fail($"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}");
        }
    }
}
