using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Options;

namespace Gan.Tool.Commands;

/// <summary><c>digits</c>: a class-conditional GAN on real handwritten digits.</summary>
internal static class DigitsCommand
{
    public const string Name = "digits";

    public static Command Create(ProgramContext context)
    {
        var command = new Command(Name, "Train on 1,797 real handwritten digits of 8 by 8 pixels, then judge the generated ones.");
        var arguments = new TrainingArguments(command, DigitsOptions.DefaultEpochs);
        command.SetAction(parsed => new ImageTraining(context.Together(), arguments, parsed).Run(DigitsReader.Read(), DigitsOptions.Options));
        return command;
    }
}
