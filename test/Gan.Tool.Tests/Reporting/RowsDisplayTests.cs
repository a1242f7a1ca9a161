using Gan.Tool.Reporting;
using Spectre.Console;

namespace Gan.Tool.Tests.Reporting;

[TestClass]
public sealed class RowsDisplayTests
{
    [TestMethod]
    public void Run_NoTerminal_WritesALineForEveryHundredThousandRows() =>
        Assert.AreEqual("  100,000 of 250,000 rows\n  200,000 of 250,000 rows\n", Shown(250_000, isTerminal: false));

    [TestMethod]
    public void Run_NoTerminalAndFewRows_WritesNothing() => Assert.AreEqual("", Shown(99_999, isTerminal: false));

    [TestMethod]
    public void Run_Terminal_ShowsABarThatEndsFull()
    {
        var shown = Shown(2_500, isTerminal: true);

        Assert.Contains("100%", shown);
        Assert.Contains("2,500 of 2,500 rows", shown);
    }

    private static string Shown(int count, bool isTerminal)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 120;

        RowsDisplay.Run(console, count, written =>
        {
            for (var rows = 1; rows <= count; rows++) written(rows);
        });

        return writer.ToString().ReplaceLineEndings("\n");
    }
}
