using System.CommandLine;
using Gan.Tool.Data.Images;
using Gan.Tool.Options;
using Gan.Tool.Reporting;

namespace Gan.Tool.Commands;

/// <summary><c>images</c>: a DCGAN on a folder of pictures, class-conditional if it has sub-folders.</summary>
internal static class ImagesCommand
{
    private const int DefaultSize = 32;

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
        var size = OptionKinds.EvenNumber("--size", "The pixels of a side that pictures are brought to.", 8, 256, DefaultSize);
        var fit = OptionKinds.Choice("--fit", "How a picture becomes a square: its middle, or all of it with white at two sides.", ImageFit.Crop);
        var channels = OptionKinds.OneOf("--channels", "1 for grey, 3 for colours. If not given: grey if all pictures are.", 1, 3);
        var rows = OptionKinds.Number("--rows", "Files to use, taken evenly from the folder; all if not given. A fifth is held out for judging.");
        command.Add(data);
        command.Add(size);
        command.Add(fit);
        command.Add(channels);
        command.Add(rows);
        var arguments = new TrainingArguments(command, ImagesOptions.DefaultEpochs);
        command.SetAction(parsed =>
        {
            var format = new PictureFormat(parsed.GetValue(size), parsed.GetValue(fit), parsed.GetValue(channels));
            var pictures = PictureFolder.Read(parsed.GetRequiredValue(data), format, parsed.GetValue(rows), context.CancellationToken);
            SkippedFiles.Write(context.Console, pictures.Skipped);
            return new ImageTraining(context, arguments, parsed).Run(pictures.Images, ImagesOptions.For(pictures.Images.Split().Training));
        });
        return command;
    }
}
