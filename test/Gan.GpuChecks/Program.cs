using Microsoft.ML.Gan.GpuChecks;

return CheckProgram.Run(args, Console.Out, Console.Error);
