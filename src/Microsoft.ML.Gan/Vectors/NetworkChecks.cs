using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>
/// Tries an architecture's networks and an augmentation on two rows, so that what is wrong is told before training and in the caller's words.
/// </summary>
/// <remarks>Without a gradient where one is needed, native code would end the process.</remarks>
internal static class NetworkChecks
{
    private const int Rows = 2;

    /// <exception cref="ArgumentException">
    /// A network fails on its input, or was part of an earlier fit, its output has another shape than it must, or it has no weights or some that it
    /// does not use.
    /// </exception>
    public static void Check(GanArchitecture architecture, GanModel model, Device device)
    {
        using var scope = NewDisposeScope();
        var classes = model.Schema.HasClasses ? zeros([Rows], int64, device) : null;
        long[] rowShape = Shape(model.Scaling.Layout.NetworkShape);
        Check(architecture, "generator", model.Generator, zeros([Rows, model.LatentSize], device: device), classes, rowShape);
        Check(architecture, "discriminator", model.Discriminator, zeros([Rows, .. rowShape], device: device), classes, [1]);
    }

    /// <exception cref="ArgumentException">An augmentation stops the gradient that the generator learns by.</exception>
    public static void Check(IGanAugmentation augmentation, IReadOnlyList<int> sampleShape, Device device)
    {
        using var scope = NewDisposeScope();
        using var grad = enable_grad();
        var rows = zeros([Rows, .. Shape(sampleShape)], device: device).requires_grad_();
        if (!augmentation.Apply(rows, shape => ones(shape, device: device).Times(0.5)).requires_grad)
            throw new ArgumentException(
                "An augmentation must pass on the gradient of its rows, but stops it. Look for a detach, or for values that are read back.");
    }

    private static void Check(GanArchitecture architecture, string role, GanNetwork network, Tensor input, Tensor? classes, long[] expected)
    {
        using var grad = enable_grad();
        network.eval();                                               // leaves batch normalisation's statistics alone
        var output = Output(architecture, role, network, input, classes);
        network.train();
        if (!output.shape.SequenceEqual([Rows, .. expected]))
        {
            throw new ArgumentException(
                $"The {role} of architecture '{architecture.Name}' must give {Show(expected)}, but gave {Show(output.shape[1..])} for an input " +
                $"of {Show(input.shape[1..])}.");
        }
        CheckParameters(architecture, role, network, output);
    }

    private static void CheckParameters(GanArchitecture architecture, string role, GanNetwork network, Tensor output)
    {
        var parameters = network.named_parameters().Where(parameter => parameter.parameter.requires_grad).ToList();
        if (parameters.Count == 0) throw new ArgumentException(
            $"The {role} of architecture '{architecture.Name}' must have weights to train, but has none.");
        if (parameters.FirstOrDefault(parameter => !parameter.parameter.is_contiguous()) is { parameter: not null } scattered)
            throw new ArgumentException($"The weights of the {role} of architecture '{architecture.Name}' must be contiguous, but " +
                $"'{scattered.name}' is not. Call contiguous() where it is made.");
        if (output.requires_grad) output.sum().backward();
        var unused = parameters.FirstOrDefault(parameter => parameter.parameter.grad is null);
        foreach (var (_, parameter) in parameters) parameter.grad = null;
        if (unused.parameter is not null)
        {
            throw new ArgumentException(
                $"The {role} of architecture '{architecture.Name}' must use each of its weights, but its output does not depend on " +
                $"'{unused.name}'. Remove it, or set its requires_grad to false.");
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
                $"The {role} of architecture '{architecture.Name}' must take {Show(input.shape[1..])}, but failed: {failure.Message.Split('\n')[0]}.",
                    failure);
        }
        catch (InvalidOperationException failure) when (failure.Message.Contains("empty handle", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The {role} of architecture '{architecture.Name}' must be made anew for each fit, but uses a tensor that has been disposed of, " +
                "as a fit does with its networks. Make the module, and its layers, within the function that returns it.", failure);
        }
    }

    private static long[] Shape(IReadOnlyList<int> sampleShape) => [.. sampleShape.Select(size => (long)size)];

    private static string Show(long[] shape) => $"(N, {string.Join(", ", shape)})";
}
