using System.Diagnostics;

namespace Gan.Tool.Tests.Data.Sources;

/// <summary>A PostgreSQL of its own, which hears at a socket in its folder alone.</summary>
internal sealed class PostgresServer : IDisposable
{
    public const string Missing = "There is no initdb of PostgreSQL here, or no user but root to run it.";

    private const string User = "postgres";                                       // whom Debian's package makes; initdb refuses root
    private readonly string _programs;
    private readonly string _folder;

    private PostgresServer(string programs)
    {
        _programs = programs;
        _folder = Directory.CreateTempSubdirectory("gan-pg-").FullName;           // a socket's path must be short
    }

    public string Address => $"postgres://{User}@/postgres?host={Uri.EscapeDataString(_folder)}";

    /// <summary>Starts it; null where there is none.</summary>
    public static PostgresServer? Start()
    {
        if (!OperatingSystem.IsLinux() || Programs() is not { } programs) return null;
        if (IsRoot && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{User}:", StringComparison.Ordinal))) return null;
        var server = new PostgresServer(programs);
        try
        {
            if (IsRoot) Run("chown", User, server._folder);
            server.Call("initdb", "-D", $"{server._folder}/data", "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
            server.Call(
                "pg_ctl", "-D", $"{server._folder}/data", "-l", $"{server._folder}/log", "-w", "-o", $"-F -k {server._folder} -c listen_addresses=''",
                "start");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (File.Exists($"{_folder}/data/postmaster.pid")) Call("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Programs()
    {
        string[] folders =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'),
            .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin") : [],
        ];
        return Array.Find(folders, folder => File.Exists($"{folder}/initdb"));
    }

    private void Call(string program, params string[] arguments)
    {
        var path = $"{_programs}/{program}";
        if (IsRoot) Run("runuser", ["-u", User, "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // What a server that goes on inherits is not to be waited for, so nothing of its output is read.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} must end well, but ended with {process.ExitCode}.");
    }
}
