using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Export;

/// <summary>A module of the user's own that writes itself as ONNX.</summary>
/// <remarks>
/// Implemented by classes derived from TorchSharp's <c>nn.Module</c>. A module made of others writes them with
/// <see cref="OnnxExport.Write"/>, its own parameters and buffers with <see cref="OnnxExport.Constant"/>, and anything else
/// with <see cref="OnnxOperators"/> or <see cref="OnnxGraphBuilder.Add"/>:
/// <code>
/// public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) =>
///     graph.Plus(input, OnnxExport.Write(graph, _main, input));      // a residual block: x + main(x)
/// </code>
/// </remarks>
public interface IOnnxModule
{
    /// <summary>Writes what the module computes when it is not in training mode.</summary>
    /// <param name="graph">The graph to write to.</param>
    /// <param name="input">The module's input; its first dimension is the batch.</param>
    /// <returns>The module's output. Each of its rows must follow from the same row of the input alone.</returns>
    OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input);
}
