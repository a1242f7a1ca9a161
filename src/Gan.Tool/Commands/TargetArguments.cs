using System.CommandLine;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Commands;

/// <summary>The options that say where rows go.</summary>
internal sealed class TargetArguments
{
    private readonly Option<string?> _to = new("--to")
    {
        Description = "Where the rows go in place of synthetic.csv: a file of .csv, .parquet, .json, .jsonl, .duckdb or .sqlite, or a database.",
        HelpName = "file|url",
    };

    private readonly Option<string?> _table =
        new("--to-table") { Description = "The table that they go to, if that is a database.", HelpName = "name" };
    private readonly Option<bool> _replace = new("--replace") { Description = "Put the new table, or file, in the place of the one that is there." };
    private readonly Option<bool> _append = new("--append") { Description = "Add the rows to the table that is there." };
    private readonly Option<string> _out;
    private readonly string _folder;

    /// <param name="folder">The folder of what else is written.</param>
    public TargetArguments(string folder) => (_folder, _out) = (folder, CommandLineOptions.Out(folder));

    public void AddTo(Command command)
    {
        Option[] all = [_to, _table, _replace, _append, _out];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>The folder of what else is written: that of --out, unless it is a file for the rows.</summary>
    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_out) is var folder && TableFormats.IsTarget(folder) ? _folder : folder;

    /// <summary>Where rows go; null for synthetic.csv in the folder.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="guardsFormulas">Whether texts that a spreadsheet would take for formulas get an apostrophe before them.</param>
    /// <exception cref="ArgumentException">It can't be there, or options are given that need it.</exception>
    /// <exception cref="IOException">There is such a table or file, or the database does not answer.</exception>
    public ITableTarget? Target(ParseResult parsed, bool guardsFormulas)
    {
        var place = parsed.GetRequiredValue(_out);
        var to = parsed.GetValue(_to) ?? (TableFormats.IsTarget(place) ? place : null);
        var (replaces, appends) = (parsed.GetValue(_replace), parsed.GetValue(_append));
        if (to is null && (replaces || appends || parsed.GetValue(_table) is not null))
            throw new ArgumentException("--to must say where the rows go, as --to-table, --replace and --append need it, but is not given.");
        if (replaces && appends) throw new ArgumentException("--replace must be given without --append, but both are.");
        if (to is null) return null;
        var mode = replaces ? WriteMode.Replace : appends ? WriteMode.Append : WriteMode.Create;
        var target = TableFormats.Target(to, parsed.GetValue(_table), mode, guardsFormulas);
        target.Check();
        return target;
    }
}
