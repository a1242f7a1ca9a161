using System.CommandLine;
using Gan.Tool.Data.Images;
using Gan.Tool.Options;
using Gan.Tool.Reporting;

namespace Gan.Tool.Commands;

/// <summary><c>images</c>: a GAN on a folder of pictures, class-conditional if it has sub-folders.</summary>
internal static class ImagesCommand
{
    public static Command Create(ProgramContext context)
    {
        var command = new Command(
            "images", "Train on a folder of PNG and JPEG pictures, then judge what is generated. Sub-folders are classes, if there are two or more.");
        var data = new Option<string>("--data")
        {
            Description = "The folder of pictures. What is no picture is named and left out.",
            HelpName = "folder",
            Required = true,
        };
        var format = new PictureArguments();
        var rows = OptionKinds.Number("--rows", "Files to use, taken evenly from the folder; all if not given. A fifth is held out for judging.");
        command.Add(data);
        format.AddTo(command);
        command.Add(rows);
        var arguments = new TrainingArguments(command);
        command.SetAction(parsed =>
        {
            var pictures = PictureFolder.Read(parsed.GetRequiredValue(data), format.Format(parsed), parsed.GetValue(rows), context.CancellationToken);
            SkippedFiles.Write(context.Console, pictures.Skipped);
            return new ImageTraining(context, arguments, parsed).Run(pictures.Images, ImagesOptions.For(pictures.Images.Split().Training));
        });
        return command;
    }
}
