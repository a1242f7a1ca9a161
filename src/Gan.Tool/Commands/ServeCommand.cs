using System.CommandLine;
using Gan.AspNetCore;
using Gan.Tool.Serving;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>serve</c>: a generator over HTTP, with a page that runs it in the browser.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5000;
    private const string Digits = "artifacts/digits/" + TrainingOutputs.GeneratorFile;
    private const string Ring = "artifacts/ring/" + TrainingOutputs.GeneratorFile;

    private static readonly GanEndpointOptions Defaults = new();

    public static Command Create(ProgramContext context)
    {
        var model = new Option<string?>("--model")
        {
            Description = "The generator's ONNX file; if not given, what digits made, or ring, which is trained first where neither is there.",
            HelpName = "file",
        };
        var port = OptionKinds.Number("--port", "The port to listen on, for programs of this machine alone.", least: 0, DefaultPort);
        var urls = OptionKinds.Texts("--urls", "Where to listen in its place; http://0.0.0.0:8080 is open to other machines.", "url");
        var name = new Option<string?>("--name") { Description = "The name that clients call the model by; gan if not given.", HelpName = "name" };
        var locale = CommandLineOptions.Locale();
        var mostRows = OptionKinds.Number("--most-rows", "The most rows of one answer.", least: 1, Defaults.MostRows);
        var seconds = OptionKinds.Number("--seconds", "The longest time of a request.", least: 1, (int)Defaults.Timeout.TotalSeconds);
        var command = new Command(
            "serve",
            "Serve a generator over HTTP: samples as JSON, CSV and pictures, the Open Inference Protocol, and a page that runs it in the browser. " +
            "Ctrl+C ends it.")
        {
            model, port, urls, name, locale, mostRows, seconds,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model) ?? Trained(Environment.CurrentDirectory);
            if (path is null)
            {
                context.Console.WriteLine($"There is no {Digits} yet. The ring is trained first.");
                var exitCode = RingCommand.Create(context).Parse([]).Invoke();
                if (exitCode != ExitCode.Done) return exitCode;
                path = Ring;
            }
            using var service = new WebService(
                path, parsed.GetRequiredValue(urls), parsed.GetValue(port), Configure, parsed.GetRequiredValue(locale));
            service.StartAsync(context.CancellationToken).GetAwaiter().GetResult();
            context.Console.WriteLine($"Serving {path} at {string.Join(", ", service.Urls)}. Ctrl+C ends it.");
            service.RunToEndAsync(context.CancellationToken).GetAwaiter().GetResult();
            context.Console.WriteLine("Ended.");
            return ExitCode.Done;

            void Configure(GanEndpointOptions options)
            {
                options.ModelName = parsed.GetValue(name);
                options.MostRows = parsed.GetValue(mostRows);
                options.Timeout = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            }
        });
        return command;
    }

    /// <summary>What the program's own trainings left in a folder: the digits', else the ring's; null if there is neither.</summary>
    internal static string? Trained(string folder) => new[] { Digits, Ring }.FirstOrDefault(path => File.Exists(Path.Combine(folder, path)));
}
