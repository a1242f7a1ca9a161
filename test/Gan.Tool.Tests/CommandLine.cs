namespace Gan.Tool.Tests;

/// <summary>What a run of the program gave.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static CommandLine Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = GanCommand.Run(arguments, output, error);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
