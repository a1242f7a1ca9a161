using System.CommandLine;
using Gan.Tool.Data.Csv;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>The options that say what of a table may come into the generator's file, and what its columns are.</summary>
internal sealed class PrivacyArguments
{
    private readonly Option<int> _minimumCategoryRows = OptionKinds.Number(
        "--minimum-category-rows", "The fewest rows of a category that is in the file; 1 keeps all.", least: 1,
        otherwise: new TabularGanTrainer.Options().MinimumCategoryRows);
    private readonly Option<string?> _rareCategory =
        new("--rare-category") { Description = "The text for rarer ones; without it, they are drawn among the others.", HelpName = "text" };
    private readonly Option<bool> _keepExtremes =
        new("--keep-extremes") { Description = "Keep the least and the greatest number of each column, which may be of one person each." };
    private readonly Option<string[]> _roles = OptionKinds.Texts(
        "--role", "What columns are to the network: numeric, integer, categorical, date, identifier or personal.", "column=role");

    public void AddTo(Command command)
    {
        Option[] all = [_minimumCategoryRows, _rareCategory, _keepExtremes, _roles];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>What a value of so many rows is in the file: whether it is kept, by its text and their number.</summary>
    public Func<string, int, bool> Keeps(ParseResult parsed)
    {
        var (least, rare) = (parsed.GetValue(_minimumCategoryRows), parsed.GetValue(_rareCategory));
        return (text, rows) => rows >= least || text == rare;
    }

    /// <summary>A training's options with these.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The others.</param>
    /// <param name="columns">The table's columns.</param>
    /// <exception cref="ArgumentException">A column is none of the table's, or a role is none.</exception>
    public TabularGanTrainer.Options Of(ParseResult parsed, TabularGanTrainer.Options options, IReadOnlyList<string> columns)
    {
        var roles = ColumnNames.Pairs("--role", parsed.GetRequiredValue(_roles), columns).ToDictionary(pair => pair.Key, pair => Role(pair.Value));
        return options with
        {
            MinimumCategoryRows = parsed.GetValue(_minimumCategoryRows),
            RareCategory = parsed.GetValue(_rareCategory),
            KeepExtremes = parsed.GetValue(_keepExtremes),
            ColumnRoles = roles.Count > 0 ? roles : null,
        };
    }

    private static TabularColumnRole Role(string name) =>
        Enum.TryParse<TabularColumnRole>(name, ignoreCase: true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(name[0])
            ? role
            : throw new ArgumentException(
                $"--role must be one of {string.Join(", ", Enum.GetNames<TabularColumnRole>()).ToLowerInvariant()}, but was '{name}'.");
}
