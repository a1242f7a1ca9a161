using System.CommandLine;

namespace Gan.Samples.Commands;

/// <summary>Options of more than one verb.</summary>
internal static class CommandLineOptions
{
    public static Option<int> Seed() =>
        AtLeast(0, new Option<int>("--seed") { Description = "The seed of all randomness.", HelpName = "number", DefaultValueFactory = _ => 0 });

    public static Option<string> Out(string folder) =>
        new("--out") { Description = "The folder to write to.", HelpName = "folder", DefaultValueFactory = _ => folder };

    /// <summary>Refuses smaller numbers.</summary>
    public static Option<T> AtLeast<T>(int least, Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is int value && value < least) result.AddError($"{option.Name} must be at least {least}, but was {value}.");
        });
        return option;
    }
}
