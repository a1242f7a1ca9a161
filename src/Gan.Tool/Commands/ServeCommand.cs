using System.CommandLine;
using Gan.Tool.Serving;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>serve</c>: a generator over HTTP, with a page that runs it in the browser.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5000;
    private const string DefaultModel = "artifacts/digits/" + TrainingOutputs.GeneratorFile;
    private const string Ring = "artifacts/ring/" + TrainingOutputs.GeneratorFile;

    public static Command Create(ProgramContext context)
    {
        var model = new Option<string?>("--model")
        {
            Description = "The generator's ONNX file; if not given, what digits made, or ring, which is trained first where neither is there.",
            HelpName = "file",
        };
        var port = OptionKinds.Number("--port", "The port of this machine to listen on, for programs of this machine alone.", least: 0, DefaultPort);
        var urls = OptionKinds.Texts(
            "--urls", "The addresses to listen on in place of that, such as http://0.0.0.0:8080 for other machines too.", "url");
        var name = new Option<string?>("--name") { Description = "The name that clients call the model by; gan if not given.", HelpName = "name" };
        var command = new Command(
            "serve",
            "Serve a generator over HTTP: samples as JSON, CSV and pictures, the Open Inference Protocol, and a page that runs it in the browser. " +
            "Ctrl+C ends it.")
        {
            model, port, urls, name,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model) ?? Existing();
            if (path is null)
            {
                context.Console.WriteLine($"There is no {DefaultModel} yet. The ring is trained first, which takes seconds.");
                var exitCode = RingCommand.Create(context).Parse([]).Invoke();
                if (exitCode != ExitCode.Done) return exitCode;
                path = Ring;
            }
            string[] addresses = parsed.GetRequiredValue(urls) is { Length: > 0 } given ? given : [$"http://127.0.0.1:{parsed.GetValue(port)}"];
            using var service = new WebService(path, addresses, parsed.GetValue(name));
            service.RunAsync(context.Console, context.CancellationToken).GetAwaiter().GetResult();
            return ExitCode.Done;
        });
        return command;
    }

    private static string? Existing() => File.Exists(DefaultModel) ? DefaultModel : File.Exists(Ring) ? Ring : null;
}
