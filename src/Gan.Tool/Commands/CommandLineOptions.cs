using System.CommandLine;
using System.Globalization;
using Gan.Personal;
using Gan.Tool.Data.Csv;
using Microsoft.Data.Analysis;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>Options of more than one verb, and what a value must be.</summary>
internal static class CommandLineOptions
{
    public static Option<int> Seed() => OptionKinds.Number("--seed", "The seed of all randomness.", least: 0, otherwise: 0);

    /// <summary>Where a part of a larger sample begins.</summary>
    public static Option<long> First() => new("--first")
    {
        Description = "The number of the first one, from 0: each is a function of the seed and its number, so that parts fit together.",
        HelpName = "number",
        DefaultValueFactory = _ => 0,
        CustomParser = result => long.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var row) && row >= 0
            ? row
            : OptionKinds.Fault<long>(result, $"--first must be a whole number of at least 0, but was '{result.Tokens[0].Value}'."),
    };

    public static Option<string> Out(string folder) => new("--out")
    {
        Description = "The folder to write to.",
        HelpName = "folder",
        DefaultValueFactory = _ => folder,
        CustomParser = result => string.IsNullOrWhiteSpace(result.Tokens[0].Value)
            ? OptionKinds.Fault<string>(result, $"--out must be a folder, but was '{result.Tokens[0].Value}'.")
            : result.Tokens[0].Value,
    };

    /// <summary>The language of names, mail addresses and the like.</summary>
    public static Option<BogusPersonalData> Locale() => new("--locale")
    {
        Description = "The language and country of personal data that is made, as de or pt_BR.",
        HelpName = "name",
        DefaultValueFactory = _ => new BogusPersonalData(),
        CustomParser = result =>
        {
            try
            {
                return new BogusPersonalData(result.Tokens[0].Value);
            }
            catch (ArgumentException fault)
            {
                return OptionKinds.Fault<BogusPersonalData>(result, $"--locale: {fault.Message}");
            }
        },
    };

    /// <summary>A trained generator.</summary>
    public static Option<string> Model() => new("--model") { Description = "The generator's ONNX file.", HelpName = "file", Required = true };

    /// <summary>Cells that all rows made have.</summary>
    public static Option<string[]> Where() => new("--where")
    {
        Description = "What holds of every row made, such as \"education=Masters|Doctorate,age=30..40,gain>=5000\". " +
            "No value: missing; *: not missing.",
        HelpName = "column=value",
        DefaultValueFactory = _ => [],
    };

    public static Option<TrainingDevice> Device() => OptionKinds.Choice("--device", "Where to train.", TrainingDevice.Auto);

    /// <summary>How much memory the training data may take.</summary>
    public static Option<long?> MemoryLimit() => OptionKinds.Bytes(
        "--memory-limit", "The memory that the rows may take, as 4GB: of a larger table a sample is trained on; without it, half of the machine's.");

    /// <summary>Where a training writes its state, and goes on from.</summary>
    public static Option<string?> Checkpoint() =>
        Folder("--checkpoint", "A folder for the state of the training, every five minutes; the same command goes on from there.");

    /// <summary>The state of a training that goes on for longer.</summary>
    public static Option<string?> ResumeFrom() =>
        Folder("--resume-from", "The --checkpoint folder of a training of the same data, to train further than it did.");

    /// <summary>The state of a training of other rows.</summary>
    public static Option<string?> FineTuneFrom() =>
        Folder("--fine-tune-from", "The --checkpoint folder of a training of other rows, to begin with its networks.");

    private static Option<string?> Folder(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "folder",
        CustomParser = result => string.IsNullOrWhiteSpace(result.Tokens[0].Value)
            ? OptionKinds.Fault<string?>(result, $"{name} must be a folder, but was '{result.Tokens[0].Value}'.")
            : result.Tokens[0].Value,
    };

    /// <summary>Real rows to judge a synthetic table by.</summary>
    public static Option<string?> Test(string otherwise) =>
        new("--test") { Description = $"The file of real rows that the generator was not trained on; {otherwise}.", HelpName = "file" };

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
            : OptionKinds.Fault<string>(
                result, $"--preset must be one of {string.Join(", ", GanPresets.All.Keys)}, but was '{result.Tokens[0].Value}'."),
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
                return OptionKinds.Fault<string>(result, $"--encoding must be the name of an encoding, but was '{result.Tokens[0].Value}'.");
            }
        },
    };
}
