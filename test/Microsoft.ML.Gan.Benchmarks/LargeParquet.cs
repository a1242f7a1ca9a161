using System.Diagnostics;
using DuckDB.NET.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The program on a Parquet file that memory does not hold; it is trained up to its first report.</summary>
internal static class LargeParquet
{
    public const string Summary = "tables: the program on REPETITIONS million rows of ten columns from Parquet; each million needs 30 MB of disk";

    private const string Limit = "2GB";
    private const int RowsOfMillion = 1_000_000;

    /// <param name="repetitions">Millions of rows.</param>
    public static void Run(int repetitions)
    {
        var folder = Directory.CreateTempSubdirectory("gan-parquet").FullName;
        var path = Path.Combine(folder, "people.parquet");
        try
        {
            var start = Stopwatch.GetTimestamp();
            Make(path, repetitions * (long)RowsOfMillion);
            Console.WriteLine($"{new FileInfo(path).Length / 1e6:N0} MB written in {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s.");
            using var program = Process.Start(new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Gan.Tool.dll"), "table", "--from", path, "--memory-limit", Limit, "--effort", "quick",
                "--out", Path.Combine(folder, "out"),
            ])
            {
                RedirectStandardOutput = true,
            })!;
            start = Stopwatch.GetTimestamp();
            while (program.StandardOutput.ReadLine() is { } line)
            {
                var (wall, processor) = (Stopwatch.GetElapsedTime(start).TotalSeconds, Processor(program));
                Console.WriteLine($"{wall,6:N0} s, {processor,5:N0} s of processors, {Resident(program.Id),6:N0} MB  {line}");
                if (line.Contains("epoch", StringComparison.Ordinal)) Interrupt(program.Id);
            }
            program.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Make(string path, long rows)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SET memory_limit = '2GB';
            SET preserve_insertion_order = false;
            COPY (SELECT range AS id, 'town ' || CAST(floor(5000 * random() * random()) AS INT) AS town,
                ['clerk', 'cook', 'nurse', 'pilot', 'smith', 'teacher'][CAST(1 + floor(6 * random()) AS INT)] AS job, random() < 0.4 AS married,
                CAST(18 + floor(70 * random()) AS INT) AS age, CAST(floor(8 * random() * random()) AS INT) AS children,
                round(20000 * exp(3 * random()), 2) AS income, CAST(150 + 25 * (random() + random()) AS FLOAT) AS height,
                CASE WHEN random() < 0.3 THEN NULL ELSE 50000 * random() * random() END AS debt,
                DATE '2000-01-01' + CAST(floor(9000 * random()) AS INT) AS since
                FROM range({rows})) TO '{path}' (FORMAT parquet)
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Ctrl+C: the training ends, and its rows are made and measured.</summary>
    private static void Interrupt(int id)
    {
        using var kill = Process.Start("kill", ["-INT", $"{id}"]);
        kill.WaitForExit();
    }

    private static double Processor(Process process) => process.HasExited ? double.NaN : process.TotalProcessorTime.TotalSeconds;

    /// <summary>The most memory that a process had resident, in MB.</summary>
    private static double Resident(int id)
    {
        const string Peak = "VmHWM:";
        var status = $"/proc/{id}/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(text => text.StartsWith(Peak, StringComparison.Ordinal)) : null;
        return line is null ? double.NaN : double.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal)) / 1e3;
    }
}
