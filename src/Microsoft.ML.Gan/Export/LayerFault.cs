using Gan.Onnx.Graph;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>What is said about a layer that can't be written.</summary>
internal static class LayerFault
{
    /// <summary>There is no writer for layers of this type.</summary>
    public static NotSupportedException NoForm(nn.Module layer) =>
        new($"{Describe(layer)} has no ONNX form at opset {OnnxGraphBuilder.OpsetVersion}. " +
            $"Supported layers: {string.Join(", ", LayerWriters.SupportedLayers)}. Write it with IOnnxModule, or use a supported layer.");

    /// <summary>One of the layer's settings can't be expressed.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="setting">The setting, as TorchSharp names it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="remedy">What to use instead, as the start of a sentence.</param>
    public static NotSupportedException NoForm(nn.Module layer, string setting, object value, string remedy) =>
        new($"{Describe(layer)} has no ONNX form at opset {OnnxGraphBuilder.OpsetVersion} with {setting} {value}. " +
            $"{remedy}, or write it with IOnnxModule.");

    /// <summary>Throws unless the layer fits the dimensions of its input.</summary>
    /// <param name="fits">Whether it does.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">Its input.</param>
    /// <param name="expected">What the layer takes: "(N, 3, height, width)".</param>
    public static void ThrowUnless(bool fits, nn.Module layer, OnnxValue input, string expected)
    {
        if (fits) return;
        throw new ArgumentException(
            $"{Describe(layer)} must get an input of {expected}, but got one of {Describe(input)}. Change the layer, or the one before it.");
    }

    private static string Describe(nn.Module layer)
    {
        var type = layer.GetType();
        var path = OnnxExport.PathOf(layer);
        return $"Layer '{type.Name}' ({type.FullName}{(path is null ? "" : $", at '{path}'")})";
    }

    private static string Describe(OnnxValue value) =>
        $"({string.Join(", ", value.Dimensions.Select(size => size == OnnxValue.Batch ? "N" : $"{size}"))})";
}
