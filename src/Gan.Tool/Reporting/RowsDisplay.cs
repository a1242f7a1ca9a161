using System.Globalization;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>Shows how many rows are written: live on a terminal, else by a line now and then.</summary>
internal static class RowsDisplay
{
    private const int BetweenUpdates = 1_000;
    private const int BetweenLines = 100_000;

    /// <param name="console">Where to show it.</param>
    /// <param name="count">The rows to write.</param>
    /// <param name="write">Writes them, with whom to tell how many are written.</param>
    public static void Run(IAnsiConsole console, int count, Action<Action<int>> write)
    {
        if (LiveBar.FitsOn(console))
        {
            LiveBar.Run(console, show =>
            {
                write(rows =>
                {
                    if (rows % BetweenUpdates == 0 || rows == count) show((double)rows / count, Line(rows));
                });
                return count;
            });
        }
        else
        {
            write(rows =>
            {
                if (rows % BetweenLines == 0) console.WriteLine($"  {Line(rows)}");
            });
        }

        string Line(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {count:N0} rows");
    }
}
