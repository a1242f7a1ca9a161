using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>Where a verb writes to, and what stops it.</summary>
internal sealed record ProgramContext(IAnsiConsole Console, CancellationToken CancellationToken)
{
    /// <value>What joins the processes that one <c>mpiexec</c> started; null for this one alone.</value>
    public IGanExchange? Exchange { get; private init; }

    /// <value>Whether this is the process that prints and writes.</value>
    public bool IsFirst => Exchange is null or { Rank: 0 };

    /// <summary>The same for all processes of an <c>mpiexec</c> together: one prints.</summary>
    public ProgramContext Together() => GanExchange.FromEnvironment() is not { } exchange ? this
        : new(exchange.Rank == 0 ? Console : Silent(), CancellationToken) { Exchange = exchange };

    /// <summary>Refuses to do a verb's work as often as an <c>mpiexec</c> started it.</summary>
    /// <exception cref="InvalidOperationException">It started more than one.</exception>
    public static void RequireAlone(string verb)
    {
        if (GanExchange.FromEnvironment() is { Size: > 1 and var size })
            throw new InvalidOperationException($"gan {verb} must run as one process, but {size} were started. Run it without mpiexec.");
    }

    private static IAnsiConsole Silent() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
}
