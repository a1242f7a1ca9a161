using System.CommandLine;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>The options that say which rules the rows of a table keep.</summary>
internal sealed class RuleArguments
{
    private readonly Option<string[]> _rules = OptionKinds.Texts(
        "--rule", "What holds of every row: \"start <= end\", \"total = net + tax\", \"combinations: town, state\", ...", "rule");
    private readonly Option<string?> _file = new("--rules") { Description = "A file of rules, one a line; # begins a remark.", HelpName = "file" };
    private readonly Option<bool> _leaveOut =
        new("--leave-out-rule-breakers") { Description = "Learn from the rows that keep all rules, where some do not, instead of refusing them." };

    public void AddTo(Command command)
    {
        Option[] all = [_rules, _file, _leaveOut];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>The rules.</summary>
    /// <exception cref="ArgumentException">A line is no rule.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public IReadOnlyList<TabularRule> Of(ParseResult parsed) => TabularRules.ParseAll(
        [.. parsed.GetValue(_file) is { } path ? File.ReadAllLines(path) : [], .. parsed.GetRequiredValue(_rules)]);

    /// <summary>A training's options with these.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The others.</param>
    public TabularGanTrainer.Options Of(ParseResult parsed, TabularGanTrainer.Options options) => Of(parsed) is { Count: > 0 } rules
        ? options with { Rules = rules, RuleBreakers = parsed.GetValue(_leaveOut) ? TabularRuleBreakers.LeaveOut : TabularRuleBreakers.Refuse }
        : options;
}
