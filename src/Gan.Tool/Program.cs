using Gan.Tool;

return GanCommand.Run(args, Console.Out, Console.Error);
