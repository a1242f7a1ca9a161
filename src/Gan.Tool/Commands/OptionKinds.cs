using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gan.Tool.Commands;

/// <summary>Kinds of options, and what their values must be.</summary>
internal static class OptionKinds
{
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

    /// <summary>An option that is a number of bytes with its unit, or not given.</summary>
    public static Option<long?> Bytes(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "size",
        CustomParser = result => ByteSize.Parse(result.Tokens[0].Value)
            ?? Fault<long?>(result, $"{name} must be a size such as 4GB, 512MB or 2GiB, but was '{result.Tokens[0].Value}'."),
    };

    /// <summary>An option that is an even whole number.</summary>
    public static Option<int> EvenNumber(string name, string description, int least, int most, int otherwise) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most && value % 2 == 0
                ? value
                : Fault<int>(result, $"{name} must be an even number from {least} to {most}, but was '{result.Tokens[0].Value}'."),
    };

    /// <summary>An option that is one of some numbers, or not given.</summary>
    public static Option<int?> OneOf(string name, string description, params int[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices),
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && choices.Contains(value)
                ? value
                : Fault<int?>(result, $"{name} must be one of {string.Join(", ", choices)}, but was '{result.Tokens[0].Value}'."),
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

    /// <summary>Refuses an option's value.</summary>
    public static T? Fault<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
