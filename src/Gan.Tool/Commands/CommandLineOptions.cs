using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Microsoft.Data.Analysis;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>Options of more than one verb, and what a value must be.</summary>
internal static class CommandLineOptions
{
    public static Option<int> Seed() => Number("--seed", "The seed of all randomness.", least: 0, otherwise: 0);

    public static Option<string> Out(string folder) => new("--out")
    {
        Description = "The folder to write to.",
        HelpName = "folder",
        DefaultValueFactory = _ => folder,
        CustomParser = result => string.IsNullOrWhiteSpace(result.Tokens[0].Value)
            ? Fault<string>(result, $"--out must be a folder, but was '{result.Tokens[0].Value}'.")
            : result.Tokens[0].Value,
    };

    /// <summary>A trained generator.</summary>
    public static Option<string> Model() => new("--model") { Description = "The generator's ONNX file.", HelpName = "file", Required = true };

    /// <summary>Cells that all rows made have.</summary>
    public static Option<string[]> Where() => new("--where")
    {
        Description = "What holds of every row made, such as \"education=Masters,sex=Female\". No value: missing; *: not missing.",
        HelpName = "column=value",
        DefaultValueFactory = _ => [],
    };

    public static Option<TrainingDevice> Device() => Choice("--device", "Where to train.", TrainingDevice.Auto);

    /// <summary>Real rows to judge a synthetic table by.</summary>
    public static Option<string?> Test(string otherwise) =>
        new("--test") { Description = $"The CSV file of real rows that the generator was not trained on; {otherwise}.", HelpName = "file" };

    /// <summary>What models are trained to predict, to see whether synthetic rows teach what real rows do.</summary>
    public static Option<string?> Label() =>
        new("--label") { Description = "The column that models learn to predict from synthetic and from real rows.", HelpName = "column" };

    /// <summary>The column of a label, with or without the blanks around its name.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public static string? Known(ParseResult parsed, Option<string?> label, DataFrame table)
    {
        if (parsed.GetValue(label) is not { } name) return null;
        string[] names = [.. table.Columns.Select(column => column.Name)];
        return names.Contains(name) ? name : names.Contains(name.Trim()) ? name.Trim() : throw ColumnNames.Unknown("--label", name, names);
    }

    /// <summary>Published settings in place of a verb's own.</summary>
    public static Option<string> Preset() => new("--preset")
    {
        Description = "Published settings to train with, in place of the verb's own.",
        HelpName = string.Join('|', GanPresets.All.Keys),
        CustomParser = result => GanPresets.All.ContainsKey(result.Tokens[0].Value)
            ? result.Tokens[0].Value
            : Fault<string>(result, $"--preset must be one of {string.Join(", ", GanPresets.All.Keys)}, but was '{result.Tokens[0].Value}'."),
    };

    /// <summary>Whether texts that begin like formulas are kept from being some.</summary>
    public static Option<bool> GuardFormulas() => new("--guard-formulas")
    {
        Description = "Put an apostrophe before texts that a spreadsheet would take for formulas: those that begin with = + - @.",
    };

    /// <summary>The encoding of a file.</summary>
    public static Option<string?> Encoding() => new("--encoding")
    {
        Description = "The encoding of files without a byte-order mark, such as windows-1252; UTF-8 if not given.",
        HelpName = "name",
        CustomParser = result =>
        {
            try
            {
                return FileEncoding.Of(result.Tokens[0].Value).WebName;
            }
            catch (ArgumentException)
            {
                return Fault<string>(result, $"--encoding must be the name of an encoding, but was '{result.Tokens[0].Value}'.");
            }
        },
    };

    /// <summary>An option that is several texts.</summary>
    public static Option<string[]> Texts(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => [] };

    /// <summary>An option that is one character, or not given.</summary>
    public static Option<char?> Character(string name, string description, params char[] choices) => new(name)
    {
        Description = description,
        HelpName = "character",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "tab" or "\\t" when choices.Length == 0 => '\t',
            [var one] when choices.Length == 0 || choices.Contains(one) => one,
            var other => Fault<char?>(
                result, $"{name} must be {(choices.Length == 0 ? "one character" : $"one of {string.Join(' ', choices)}")}, but was '{other}'."),
        },
    };

    /// <summary>An option that is a whole number.</summary>
    public static Option<int> Number(string name, string description, int least, int otherwise) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => WholeNumber(result, name, least),
    };

    /// <summary>An option that is a positive whole number, or not given.</summary>
    public static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result => WholeNumber(result, name, least: 1),
    };

    /// <summary>An option that is one of an enumeration's names, in lower case.</summary>
    public static Option<T> Choice<T>(string name, string description, T otherwise) where T : struct, Enum
    {
        var choices = Enum.GetNames<T>().Select(choice => choice.ToLowerInvariant()).ToArray();
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices),
            DefaultValueFactory = _ => otherwise,
            CustomParser = result => choices.Contains(result.Tokens[0].Value, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<T>(result.Tokens[0].Value, ignoreCase: true)
                : Fault<T>(result, $"{name} must be one of {string.Join(", ", choices)}, but was '{result.Tokens[0].Value}'."),
        };
    }

    /// <summary>An option that is one of an enumeration's names, in lower case, or not given.</summary>
    public static Option<T?> OptionalChoice<T>(string name, string description) where T : struct, Enum
    {
        var choice = Choice<T>(name, description, otherwise: default);
        return new Option<T?>(name) { Description = description, HelpName = choice.HelpName, CustomParser = result => choice.CustomParser!(result) };
    }

    private static int WholeNumber(ArgumentResult result, string name, int least) =>
        int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : Fault<int>(result, $"{name} must be a whole number of at least {least}, but was '{result.Tokens[0].Value}'.");

    /// <summary>An option that is one or several of some names.</summary>
    public static Option<string[]> Several(string name, string description, IReadOnlyCollection<string> names, params string[] otherwise) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', names),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => result.Tokens.FirstOrDefault(token => !names.Contains(token.Value, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? Fault<string[]>(result, $"{name} must be one of {string.Join(", ", names)}, but was '{unknown.Value}'.")
            : [.. result.Tokens.Select(token => token.Value)],
    };

    private static T? Fault<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
