using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Gan.Tool.Commands;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.ML.Gan;
using Microsoft.ML.OnnxRuntime;
using Spectre.Console;

namespace Gan.Tool;

/// <summary>The command <c>gan</c>: its verbs, its exit codes, its errors in one line.</summary>
internal static class GanCommand
{
    private const string Name = "gan";
    private const int PlainWidth = 160;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        using var interrupt = new Interrupt();
        var context = new ProgramContext(CreateConsole(output), interrupt.Token);
        var root = new Command(
            Name,
            """
            Trains generative adversarial networks in ML.NET pipelines, and makes samples from the ONNX files that come out. Without a verb: digits.
            Ctrl+C ends a training early and keeps what was trained; a second one ends the program.
            Exit codes: 0 done; 1 failed, with the reason on the error stream; 130 stopped by Ctrl+C.
            """)
        {
            new HelpOption(), new VersionOption(),
            DigitsCommand.Create(context), FashionCommand.Create(context), ImagesCommand.Create(context), RingCommand.Create(context),
            TheoryCommand.Create(context), GenerateCommand.Create(context), ExploreCommand.Create(context), TableCommand.Create(context),
            RowsCommand.Create(context), ImputeCommand.Create(context),
            EvaluateCommand.Create(context), EvaluateImagesCommand.Create(context),
            ServeCommand.Create(context), BenchmarkCommand.Create(context), ProtocolCommand.Create(context),
        };
        var parsed = root.Parse(args.Length == 0 ? [DigitsCommand.Name] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors) error.WriteLine($"Error: {Printable.Of(Addresses.WithoutPasswords(problem.Message))}");
            return ExitCode.Failed;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped. What was not finished is not written.");
            return ExitCode.Stopped;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException
            or InvalidOperationException or FormatException or OverflowException or NotSupportedException or GanTrainingException)
        {
            return Fail(fault.Message);
        }
        catch (OnnxRuntimeException fault)
        {
            return Fail($"The model file must be one that ONNX Runtime can run, but is not: {fault.Message}");
        }

        int Fail(string message)
        {
            error.WriteLine($"Error: {Printable.Of(Addresses.WithoutPasswords(message.Split('\n')[0].TrimEnd()))}");
            return ExitCode.Failed;
        }
    }

    /// <summary>A console as wide as its terminal, or, in a file or a pipe, wide enough that lines stay whole.</summary>
    private static IAnsiConsole CreateConsole(TextWriter output)
    {
        var target = new AnsiConsoleOutput(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = target });
        console.Pipeline.Attach(new PrintableHook());
        if (!target.IsTerminal) console.Profile.Width = PlainWidth;
        return console;
    }
}
