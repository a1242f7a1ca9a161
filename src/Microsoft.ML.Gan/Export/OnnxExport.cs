using Gan.Onnx.Graph;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Writes TorchSharp modules as ONNX.</summary>
/// <remarks>
/// What is written is the module's behaviour outside training (dropout dropped, running statistics used), whatever mode
/// and device it is on, and the module is left as it was. A module's forward hooks are code, and are not written.
/// </remarks>
public static class OnnxExport
{
    [ThreadStatic]
    private static nn.Module? _root;

    /// <summary>Writes a module: one of TorchSharp's own layers, a <c>Sequential</c> of them, or an <see cref="IOnnxModule"/>.</summary>
    /// <param name="graph">The graph to write to.</param>
    /// <param name="module">The module.</param>
    /// <param name="input">The module's input; its first dimension is the batch.</param>
    /// <returns>The module's output.</returns>
    /// <exception cref="NotSupportedException">A layer, or one of its settings, has no ONNX form.</exception>
    /// <exception cref="ArgumentException">A layer does not fit the dimensions of its input.</exception>
    public static OnnxValue Write(OnnxGraphBuilder graph, nn.Module module, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(input);

        var outer = _root;
        _root ??= module;
        try
        {
            return module is IOnnxModule custom ? custom.ToOnnx(graph, input) : LayerWriters.For(module)(graph, module, input);
        }
        finally
        {
            _root = outer;
        }
    }

    /// <summary>Adds a parameter or a buffer to the graph, as a constant of 32-bit floating-point numbers.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="tensor">The tensor, on any device and of any layout. Its values are copied.</param>
    public static OnnxValue Constant(this OnnxGraphBuilder graph, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(tensor);

        using var scope = NewDisposeScope();
        var plain = tensor.detach().to(ScalarType.Float32, CPU).contiguous();
        return graph.Constant(plain.data<float>().ToArray(), [.. plain.shape.Select(size => checked((int)size))]);
    }

    /// <summary>A layer's place in the module that is being written ("main.3"), or null if it is that module itself.</summary>
    internal static string? PathOf(nn.Module layer) =>
        _root?.named_modules().FirstOrDefault(named => ReferenceEquals(named.module, layer)).name;
}
