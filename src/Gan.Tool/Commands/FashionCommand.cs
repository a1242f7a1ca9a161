using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Options;

namespace Gan.Tool.Commands;

/// <summary><c>fashion</c>: a class-conditional GAN on Fashion-MNIST.</summary>
internal static class FashionCommand
{
    private const int DefaultRows = 10_000;

    public static Command Create(ProgramContext context)
    {
        var command = new Command("fashion", "Train on Fashion-MNIST, grey images of clothing of 28 by 28 pixels, then judge the generated ones.");
        var data = new Option<string>("--data")
        {
            Description = "The folder with Fashion-MNIST's gzipped IDX files, such as " +
                "/usr/share/datasets/fashion-mnist (Debian's package dataset-fashion-mnist).",
            HelpName = "folder",
            Required = true,
        };
        var rows = OptionKinds.Number("--rows", "Images to use, a fifth of them held out for judging.", least: 100, otherwise: DefaultRows);
        command.Add(data);
        command.Add(rows);
        var arguments = new TrainingArguments(command);
        command.SetAction(parsed =>
            new ImageTraining(context.Together(), arguments, parsed)
                .Run(FashionReader.Read(parsed.GetRequiredValue(data), parsed.GetValue(rows)), FashionOptions.Options));
        return command;
    }
}
