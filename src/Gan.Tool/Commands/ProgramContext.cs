using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>Where a verb writes to, and what stops it.</summary>
internal sealed record ProgramContext(IAnsiConsole Console, CancellationToken CancellationToken);
