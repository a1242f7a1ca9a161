using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Gan.Tool.Data.Sources;

/// <summary>Databases by their addresses: a file's path, a URL such as postgres://user@host/db, or postgres: and a connection string.</summary>
internal static partial class Addresses
{
    private const string Url = "//";
    private const string SqlitePrefix = "SQLite format 3";

    /// <summary>The database, and the table that stands behind # if there is one; null if it is no database's address.</summary>
    /// <exception cref="ArgumentException">It begins like one, but can't be read.</exception>
    public static (Database Database, string? Table)? Find(string text)
    {
        if (Scheme().Match(text) is { Success: true } match)
        {
            var (scheme, rest) = (match.Groups["scheme"].Value.ToLowerInvariant(), match.Groups["rest"].Value);
            return scheme switch
            {
                "sqlite" or "duckdb" => FileOf(rest.StartsWith(Url, StringComparison.Ordinal) ? rest[Url.Length..] : rest, scheme == "duckdb"),
                "sqlserver" or "mssql" => Server(rest, SqlServer),
                _ => Server(rest, Postgres),
            };
        }
        var (path, _) = Split(text);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".duckdb" or ".ddb" => FileOf(text, isDuckDb: true),
            ".sqlite" or ".sqlite3" or ".db" or ".db3" => FileOf(text, IsOfDuckDb(path)),
            _ => null,
        };
    }

    /// <summary>A text without the passwords of the addresses in it.</summary>
    public static string WithoutPasswords(string text) => Password().Replace(text, "***");

    private static (Database Database, string? Table) FileOf(string text, bool isDuckDb)
    {
        var (path, table) = Split(text);
        return (isDuckDb ? new DuckDbDatabase(path) : new SqliteDatabase(path), table);
    }

    private static (Database Database, string? Table) Server(string rest, Func<string, Uri?, Database> create)
    {
        try
        {
            if (!rest.StartsWith(Url, StringComparison.Ordinal)) return (create(rest, null), null);
            var url = new Uri($"gan:{NoHost().Replace(rest, "$0localhost")}");
            return (create("", url), url.Fragment.Length > 1 ? Uri.UnescapeDataString(url.Fragment[1..]) : null);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new ArgumentException(
                $"A database's address must be as postgres://user@host:5432/database, but is not: {WithoutPasswords(fault.Message)}", fault);
        }
    }

    private static PostgresDatabase Postgres(string text, Uri? url)
    {
        var address = new NpgsqlConnectionStringBuilder(text);
        address.Host ??= url?.Host ?? "localhost";
        if (url is { Port: > 0 }) address.Port = url.Port;
        if (url is null) return new(address);
        (address.Username, address.Password) = UserOf(url);
        address.Database = url.AbsolutePath.Trim('/') is { Length: > 0 } name ? Uri.UnescapeDataString(name) : null;
        foreach (var (key, value) in Settings(url))
        {
            address[key.ToLowerInvariant() switch
            {
                "user" => "Username",
                "dbname" => "Database",
                "connect_timeout" => "Timeout",
                var other => other.Replace('_', ' '),
            }] = key.Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return new(address);
    }

    private static SqlServerDatabase SqlServer(string text, Uri? url)
    {
        var address = new SqlConnectionStringBuilder(text);
        if (url is not null)
        {
            address.DataSource = url.Port > 0 ? $"{url.Host},{url.Port}" : url.Host;
            address.InitialCatalog = Uri.UnescapeDataString(url.AbsolutePath.Trim('/'));
            var (user, password) = UserOf(url);
            (address.UserID, address.Password) = (user ?? "", password ?? "");
            foreach (var (key, value) in Settings(url)) address[key] = value;
            address.IntegratedSecurity = address.UserID.Length == 0;
        }
        if (address.UserID.Length > 0 && address.Password.Length == 0) address.Password = Environment.GetEnvironmentVariable("SQLCMDPASSWORD") ?? "";
        return new(address);
    }

    private static (string? User, string? Password) UserOf(Uri url)
    {
        var parts = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).Where(part => part.Length > 0).ToArray();
        return (parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1));
    }

    private static IEnumerable<(string Key, string Value)> Settings(Uri url) =>
        from pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));

    private static (string Path, string? Table) Split(string text) =>
        text.LastIndexOf('#') is > 0 and var mark && !File.Exists(text) ? (text[..mark], text[(mark + 1)..]) : (text, null);

    /// <summary>Whether a file whose name may be of either kind is one of DuckDB.</summary>
    private static bool IsOfDuckDb(string path)
    {
        if (!File.Exists(path)) return false;
        using var stream = File.OpenRead(path);
        var start = new byte[SqlitePrefix.Length];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).IndexOf("DUCK"u8) == 8;
    }

    [GeneratedRegex("^(?<scheme>postgres(ql)?|sqlserver|mssql|sqlite|duckdb):(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scheme();

    [GeneratedRegex("^//([^/?#]*@)?(?=[/?#]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex NoHost();

    [GeneratedRegex(@"(?<=://[^:/@\s]*:)[^@\s]+(?=@)|(?<=\b(password|pwd)\s*=\s*)[^;&\s']+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();
}
