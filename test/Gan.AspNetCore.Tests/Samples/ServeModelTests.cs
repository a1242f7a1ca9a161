using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gan.Onnx.Tests;
using Gan.Testing;

namespace Gan.AspNetCore.Tests.Samples;

/// <summary>The program of docs/samples/ServeModel, built with these tests and run as a process of its own.</summary>
[TestClass]
public sealed partial class ServeModelTests
{
    private static readonly string Program = typeof(ServeModelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ServeModel").Value!;

    [TestMethod]
    public async Task Sample_Run_ServesTheModelThatItIsGiven()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["generator.onnx"], TestModels.Linear(1, 4, 4));
        var start = new ProcessStartInfo("dotnet", ["exec", Program, "--urls", "http://127.0.0.1:0", "--Model", folder["generator.onnx"]])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        };
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process.StandardOutput) };

            var model = JsonElement.Parse(await client.GetStringAsync("model"));
            Assert.AreEqual("[1,4,4]", model.GetProperty("sampleShape").GetRawText());
            Assert.IsNotEmpty(await client.GetByteArrayAsync("samples/1.png"));
            Assert.Contains("infer", await client.GetStringAsync("openapi/v1.json"));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match) return new Uri(match.Groups[1].Value);
        }
        throw new InvalidOperationException("The program must say where it listens, but ended before.");
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
