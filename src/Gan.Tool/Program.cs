using Gan.Tool;

return SampleProgram.Run(args, Console.Out, Console.Error);
