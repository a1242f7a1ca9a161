using Gan.Onnx;
using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>The names of a file's tensors: a column's own name where it is free.</summary>
internal sealed class TabularTensorNames
{
    public TabularTensorNames(IEnumerable<string> columns)
    {
        var taken = new HashSet<string> { GanTensors.Latent };
        string[] names = [.. columns];
        Outputs = [.. names.Select(name => OnnxRowModel.Unused(name, taken))];
        Given = [.. names.Select(name => OnnxRowModel.Unused($"Given.{name}", taken))];
    }

    /// <value>The output of each column.</value>
    public IReadOnlyList<string> Outputs { get; }

    /// <value>The condition input of each column, if it has one.</value>
    public IReadOnlyList<string> Given { get; }
}
