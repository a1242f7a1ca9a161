using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>The device that is checked.</summary>
/// <param name="Option">As an option of a fit.</param>
/// <param name="IsShort">Whether less of each check is enough.</param>
internal sealed record CheckedDevice(TrainingDevice Option, bool IsShort)
{
    /// <value>As torch has it.</value>
    public Device Device => Option == TrainingDevice.Cpu ? CPU : new Device("cuda:0");

    public bool IsCuda => Option == TrainingDevice.Cuda;

    /// <summary>What arguments ask for; null if they are others.</summary>
    public static CheckedDevice? Of(IReadOnlyList<string> arguments)
    {
        var rest = arguments.Where(argument => argument != "--short").ToArray();
        var isShort = rest.Length < arguments.Count;
        return rest switch
        {
            [] or ["--device", "cuda"] => new(TrainingDevice.Cuda, isShort),
            ["--device", "cpu"] => new(TrainingDevice.Cpu, isShort),
            _ => null,
        };
    }

    /// <summary>Of two numbers the one for this length of a check.</summary>
    public int Rounds(int whole, int @short) => IsShort ? @short : whole;
}
