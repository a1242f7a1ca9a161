using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Many clients that each ask for one row, again and again, with requests run together and without.</summary>
internal static class ServiceLoad
{
    public const string Summary = "the web service under 64 clients, a second for each repetition: requests and times, run together and alone";

    private const int Clients = 64;

    public static void Run(int repetitions) => RunAsync(TimeSpan.FromSeconds(repetitions)).GetAwaiter().GetResult();

    private static async Task RunAsync(TimeSpan duration)
    {
        using var vectors = GeneratorFile.OfSamples([2], 64, GanArchitectures.Mlp());
        using var images = GeneratorFile.OfSamples([1, 28, 28], 64, GanArchitectures.Dcgan(generatorChannels: 32, discriminatorChannels: 8));
        using var table = GeneratorFile.OfTable();
        var summary = new MarkdownTable(
            "generator", "requests a second, together / alone", "p50, together / alone", "p99, together / alone", "p50 together, ms", "p99");
        foreach (var (name, path) in new[]
        {
            ("MLP 64-96-96-96-2", vectors.Path), ("DCGAN 1x28x28, 32 channels", images.Path), ("table as UCI Adult", table.Path),
        })
        {
            await using var together = await GanWebService.StartAsync(path, _ => { });
            await using var alone = await GanWebService.StartAsync(path, options => options.LargestBatch = 1);
            foreach (var service in new[] { together, alone }) await AskAsync(service, TimeSpan.FromSeconds(1));
            var (ofTogether, ofAlone) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < 4; turn++)
            {
                ofTogether.AddRange(await AskAsync(together, duration / 4));
                ofAlone.AddRange(await AskAsync(alone, duration / 4));
            }
            ofTogether.Sort();
            ofAlone.Sort();
            summary.Add(
                name, Ratio(ofTogether.Count, ofAlone.Count), Ratio(Quantile(ofTogether, 0.5), Quantile(ofAlone, 0.5)),
                Ratio(Quantile(ofTogether, 0.99), Quantile(ofAlone, 0.99)), Milliseconds(Quantile(ofTogether, 0.5)),
                Milliseconds(Quantile(ofTogether, 0.99)));
        }
        summary.Print();
    }

    /// <summary>The times of all requests, in seconds.</summary>
    private static async Task<IEnumerable<double>> AskAsync(GanWebService service, TimeSpan duration)
    {
        var (times, clock) = (new ConcurrentBag<double>(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var seed = client; clock.Elapsed < duration; seed += Clients)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await service.SampleAsync(1, seed, CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The service answered {answer.StatusCode}.");
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        })));
        return times;
    }

    private static double Quantile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static string Ratio(double one, double other) => string.Create(CultureInfo.InvariantCulture, $"{one / other:F2}");

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1e3 * seconds:F1}");
}
