using Gan.Onnx;
using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>The names of a file's outputs: a column's own name where it is free.</summary>
internal static class TabularTensorNames
{
    /// <summary>The name of each column's output.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> columns)
    {
        var taken = new HashSet<string> { GanTensors.Latent, GanTensors.Given, GanTensors.GivenNumbers };
        return [.. columns.Select(name => OnnxRowModel.Unused(name, taken))];
    }
}
