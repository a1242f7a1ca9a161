using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Thousands of damaged files, loaded and run in processes of their own: each must work or be refused.</summary>
internal static class FaultyFiles
{
    public const string Summary = "damaged files, a thousand for each repetition: refused, working, crashes, hangs, memory";

    private const string Child = "GAN_FAULTY_FILES";
    private const int FilesOfChild = 1_000;
    private const int Rows = 20;

    private static readonly TimeSpan LongestFile = TimeSpan.FromSeconds(60);

    private enum Outcome
    {
        Works,
        IsRefused,
        ThrowsAnother,
    }

    public static void Run(int repetitions)
    {
        if (Environment.GetEnvironmentVariable(Child) is { } task) RunChild(task.Split('|'));
        else RunAll(repetitions);
    }

    private static void RunAll(int repetitions)
    {
        using var vectors = GeneratorFile.OfSamples([2], 8, GanArchitectures.Mlp(width: 16));
        using var images = GeneratorFile.OfSamples([1, 8, 8], 8, GanArchitectures.Dcgan(generatorChannels: 4, discriminatorChannels: 4));
        using var table = GeneratorFile.OfTable([3, 2], [20]);
        var summary = new MarkdownTable(
            "generator", "files", "work", "refused", "other exceptions", "crashes and hangs", "most memory, of the whole file's");
        foreach (var (name, path, isTable) in new[]
        {
            ("MLP 8-16-16-16-2", vectors.Path, false), ("DCGAN 1x8x8", images.Path, false), ("table of 3 columns", table.Path, true),
        })
        {
            var whole = Start(path, isTable, 0, 0).Memory;
            var counts = new int[Enum.GetValues<Outcome>().Length];
            var (ends, memory, files) = (0, 0L, repetitions * FilesOfChild);
            for (var first = 0; first < files;)
            {
                var asked = FilesOfChild - first % FilesOfChild;
                var (outcomes, most) = Start(path, isTable, first, asked);
                foreach (var outcome in outcomes) counts[(int)outcome]++;
                memory = Math.Max(memory, most);
                first += outcomes.Count;
                if (outcomes.Count == asked) continue;
                Console.Error.WriteLine($"{name}: the process ended, or was stuck, at the file of seed {first}.");
                ends++;
                first++;
            }
            summary.Add(
                name, files, counts[0], counts[1], counts[2], ends,
                string.Create(CultureInfo.InvariantCulture, $"{(double)memory / whole:F2}"));
        }
        summary.Print();
    }

    /// <summary>Runs files from a seed on in a process of its own, until it ends or is stuck.</summary>
    private static (IReadOnlyList<Outcome> Outcomes, long Memory) Start(string path, bool isTable, int first, int count)
    {
        using var process = ChildProcess.Start("faults", Child, $"{path}|{first}|{count}|{(isTable ? 1 : 0)}");
        var outcomes = new List<Outcome>();
        var memory = 0L;
        while (ReadLine(process) is { } line)
        {
            var words = line.Split(' ');
            memory = Math.Max(memory, long.Parse(words[1], CultureInfo.InvariantCulture));
            if (Enum.TryParse<Outcome>(words[0], out var outcome)) outcomes.Add(outcome);
        }
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        return (outcomes, memory);

        static string? ReadLine(Process process)
        {
            var line = process.StandardOutput.ReadLineAsync();
            return line.Wait(LongestFile) ? line.Result : null;
        }
    }

    private static void RunChild(string[] task)
    {
        var file = File.ReadAllBytes(task[0]);
        int[] numbers = [.. task[1..].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        var (first, count, isTable) = (numbers[0], numbers[1], numbers[2] == 1);
        Sample(file, isTable);
        Tell("Whole");
        var mutated = new MutatedFiles(file);
        for (var seed = first; seed < first + count; seed++) Tell($"{Try(mutated.Mutate(seed), isTable, seed)}");

        static void Tell(string word)
        {
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {self.PeakWorkingSet64}"));
        }
    }

    private static Outcome Try(byte[] file, bool isTable, int seed)
    {
        try
        {
            Sample(file, isTable);
            return Outcome.Works;
        }
        catch (InvalidDataException)
        {
            return Outcome.IsRefused;
        }
        catch (Exception other)
        {
            Console.Error.WriteLine($"seed {seed}: {other}");
            return Outcome.ThrowsAnother;
        }
    }

    private static void Sample(byte[] file, bool isTable)
    {
        var mlContext = new MLContext();
        mlContext.SetOnnxSessionOption(
            new OnnxSessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL });
        if (isTable)
        {
            using var table = mlContext.Gan().LoadTabularGenerator(new MemoryStream(file));
            table.Sample(Rows).Preview(Rows);
        }
        else
        {
            using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(file));
            generator.Sample(Rows).Preview(Rows);
        }
    }
}
