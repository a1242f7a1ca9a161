namespace Gan.Tool.Commands;

/// <summary>What the program tells its caller when it ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Stopped = 130;
}
