using System.Globalization;
using Gan.Tool;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;       // where a user has turned cultures on
return GanCommand.Run(args, Console.Out, Console.Error);
