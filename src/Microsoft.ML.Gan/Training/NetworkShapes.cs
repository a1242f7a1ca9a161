using Microsoft.ML.Gan.Architectures;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Tries an architecture's networks on two rows, so that a wrong shape is told before training and in the caller's words.</summary>
internal static class NetworkShapes
{
    private const int Rows = 2;

    /// <exception cref="ArgumentException">A network fails on its input, or its output has another shape than it must.</exception>
    public static void Check(GanArchitecture architecture, GanModel model, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var classes = model.Data.ClassNames.Count == 0 ? null : zeros([Rows], int64, device);
        long[] rowShape = [.. model.Data.SampleShape.Select(size => (long)size)];
        Check(architecture, "generator", model.Generator, zeros([Rows, model.LatentSize], device: device), classes, rowShape);
        Check(architecture, "discriminator", model.Discriminator, zeros([Rows, .. rowShape], device: device), classes, [1]);
    }

    private static void Check(GanArchitecture architecture, string role, GanNetwork network, Tensor input, Tensor? classes, long[] expected)
    {
        network.eval();                                               // leaves batch normalisation's statistics alone
        var output = Output(architecture, role, network, input, classes);
        network.train();
        if (!output.shape.SequenceEqual([Rows, .. expected]))
        {
            throw new ArgumentException(
                $"The {role} of architecture '{architecture.Name}' must give {Show(expected)}, but gave {Show(output.shape[1..])} for an input of {Show(input.shape[1..])}.");
        }
    }

    private static Tensor Output(GanArchitecture architecture, string role, GanNetwork network, Tensor input, Tensor? classes)
    {
        try
        {
            return network.Call(input, classes);
        }
        catch (System.Runtime.InteropServices.ExternalException failure)
        {
            throw new ArgumentException(
                $"The {role} of architecture '{architecture.Name}' must take {Show(input.shape[1..])}, but failed: {failure.Message.Split('\n')[0]}.", failure);
        }
    }

    private static string Show(long[] shape) => $"(N, {string.Join(", ", shape)})";
}
