using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>A progress bar on a terminal.</summary>
internal static class LiveBar
{
    /// <summary>Whether a console can show one.</summary>
    public static bool FitsOn(IAnsiConsole console) => console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <param name="console">The terminal.</param>
    /// <param name="work">What takes long, with whom to tell of the share that is done and what to say of it.</param>
    public static T Run<T>(IAnsiConsole console, Func<Action<double, string>, T> work) => console.Progress()
        .Columns(
            new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            var task = context.AddTask("starting", maxValue: 1);
            return work((share, text) =>
            {
                task.Value = share;
                task.Description = $"[grey]{Markup.Escape(text)}[/]";
            });
        });
}
