using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>
/// The web service under load while its file is replaced every second by one of two generators or by a broken file, clients hang up, and others send
/// random bytes.
/// </summary>
internal static class ServiceFaults
{
    public const string Summary =
        "the web service with files that change and break, and clients that misbehave, a second for each repetition: answers, memory";

    private const int Seeds = 20;
    private const int Burst = 10_000;

    public static void Run(int repetitions) => RunAsync(TimeSpan.FromSeconds(repetitions)).GetAwaiter().GetResult();

    private static async Task RunAsync(TimeSpan duration)
    {
        using var one = GeneratorFile.OfSamples([2], 8, GanArchitectures.Mlp(width: 16));
        using var other = GeneratorFile.OfSamples([2], 8, GanArchitectures.Mlp(width: 24));
        byte[][] files = [File.ReadAllBytes(one.Path), File.ReadAllBytes(other.Path)];
        var served = Path.Combine(Path.GetDirectoryName(one.Path)!, "served.onnx");
        File.WriteAllBytes(served, files[0]);
        await using var service = await GanWebService.StartAsync(served, options => options.ReloadInterval = TimeSpan.FromSeconds(0.25));
        var known = await AnswersAsync(service, served, files);

        var counts = new ConcurrentDictionary<string, int>();
        using var stop = new CancellationTokenSource(duration);
        List<long> memory = [];
        await Task.WhenAll(
            [
                ReplaceAsync(served, files, stop.Token),
                WatchAsync(memory, duration / 5, stop.Token),
                .. Enumerable.Range(0, 8).Select(client => AskAsync(service, known, counts, client, stop.Token)),
                .. Enumerable.Range(0, 4).Select(client => HangUpAsync(service, counts, client, stop.Token)),
                .. Enumerable.Range(0, 4).Select(client => SendNonsenseAsync(service, counts, client, stop.Token)),
            ]);
        var burst = await BurstAsync(service, known);

        var summary = new MarkdownTable("what", "answers");
        foreach (var (what, count) in counts.OrderBy(pair => pair.Key)) summary.Add(what, count);
        foreach (var (what, count) in burst.OrderBy(pair => pair.Key)) summary.Add($"{Burst:N0} at once: {what}", count);
        summary.Add("resident memory at the end / after a fifth of the time", Ratio(memory[^1], memory[0]));
        summary.Print();
    }

    /// <summary>What either generator answers to each seed.</summary>
    private static async Task<HashSet<string>[]> AnswersAsync(GanWebService service, string served, byte[][] files)
    {
        HashSet<string>[] known = [.. Enumerable.Range(0, Seeds).Select(_ => new HashSet<string>())];
        foreach (var file in files)
        {
            var before = await (await service.SampleAsync(3, 0, default)).Content.ReadAsStringAsync();
            Write(served, file);
            for (var wait = 0; wait < 100; wait++)
            {
                await Task.Delay(100);
                if (file == files[0] || await (await service.SampleAsync(3, 0, default)).Content.ReadAsStringAsync() != before) break;
            }
            for (var seed = 0; seed < Seeds; seed++)
                known[seed].Add(await (await service.SampleAsync(3, seed, default)).Content.ReadAsStringAsync());
        }
        return known;
    }

    private static async Task AskAsync(
        GanWebService service, HashSet<string>[] known, ConcurrentDictionary<string, int> counts, int client, CancellationToken stop)
    {
        for (var request = client; !stop.IsCancellationRequested; request++)
        {
            var seed = request % Seeds;
            using var answer = await service.SampleAsync(3, seed, CancellationToken.None);
            Count(counts, "asked: " + await JudgeAsync(answer, known[seed]));
        }
    }

    private static async Task HangUpAsync(GanWebService service, ConcurrentDictionary<string, int> counts, int client, CancellationToken stop)
    {
        var random = new Random(client);
        while (!stop.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(random.Next(1, 20));
            try
            {
                using var answer = await service.SampleAsync(random.Next(1, 20_000), client, patience.Token);
                await answer.Content.ReadAsByteArrayAsync(patience.Token);
                Count(counts, $"would hang up: {answer.StatusCode}");
            }
            catch (OperationCanceledException)
            {
                Count(counts, "would hang up: did");
            }
        }
    }

    private static async Task SendNonsenseAsync(GanWebService service, ConcurrentDictionary<string, int> counts, int client, CancellationToken stop)
    {
        var random = new Random(client);
        while (!stop.IsCancellationRequested)
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            var path = random.Next(2) == 0 ? "/samples" : "/v2/models/gan/infer";
            using var answer = await service.Client.PostAsync(path, content, CancellationToken.None);
            Count(counts, $"random bytes: {answer.StatusCode}");
        }
    }

    private static async Task ReplaceAsync(string served, byte[][] files, CancellationToken stop)
    {
        var random = new Random(1);
        while (!stop.IsCancellationRequested)
        {
            var file = files[random.Next(files.Length)];
            Write(served, random.Next(2) == 0 ? file : file[..random.Next(file.Length)]);
            await Task.Delay(1000, CancellationToken.None);
        }
        Write(served, files[0]);
    }

    private static async Task WatchAsync(List<long> memory, TimeSpan interval, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(interval, CancellationToken.None);
            using var self = Process.GetCurrentProcess();
            memory.Add(self.WorkingSet64);
        }
    }

    private static async Task<ConcurrentDictionary<string, int>> BurstAsync(GanWebService service, HashSet<string>[] known)
    {
        var counts = new ConcurrentDictionary<string, int>();
        await Task.WhenAll(Enumerable.Range(0, Burst).Select(async request =>
        {
            using var answer = await service.SampleAsync(3, request % Seeds, CancellationToken.None);
            Count(counts, await JudgeAsync(answer, known[request % Seeds]));
        }));
        return counts;
    }

    private static async Task<string> JudgeAsync(HttpResponseMessage answer, HashSet<string> known)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode != HttpStatusCode.OK ? $"{answer.StatusCode}" : known.Contains(text) ? "right" : "wrong";
    }

    private static void Write(string path, byte[] file)
    {
        File.WriteAllBytes(path + ".new", file);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static void Count(ConcurrentDictionary<string, int> counts, string what) => counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    private static string Ratio(double one, double other) => string.Create(CultureInfo.InvariantCulture, $"{one / other:F2}");
}
