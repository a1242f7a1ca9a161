using Gan.Samples;

return SampleProgram.Run(args, Console.Out, Console.Error);
