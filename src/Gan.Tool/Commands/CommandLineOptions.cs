using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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

    /// <summary>Published settings in place of a verb's own.</summary>
    public static Option<string> Preset() => new("--preset")
    {
        Description = "Published settings to train with, in place of the verb's own.",
        HelpName = string.Join('|', GanPresets.All.Keys),
        CustomParser = result => GanPresets.All.ContainsKey(result.Tokens[0].Value)
            ? result.Tokens[0].Value
            : Fault<string>(result, $"--preset must be one of {string.Join(", ", GanPresets.All.Keys)}, but was '{result.Tokens[0].Value}'."),
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
