using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>A module as an ONNX file, and its two answers for the same input.</summary>
internal static class ExportedModule
{
    public static byte[] ToModel(nn.Module module, params int[] rowShape)
    {
        var graph = new OnnxGraphBuilder();
        graph.Output("output", OnnxExport.Write(graph, module, graph.Input("input", OnnxElementType.Single, rowShape)));
        return graph.ToModel(new Dictionary<string, string>());
    }

    /// <summary>Parameters and statistics that differ from each other and from their starting values.</summary>
    public static void Randomise(nn.Module module, int seed)
    {
        using var noGradient = no_grad();
        manual_seed(seed);
        foreach (var parameter in module.parameters()) parameter.normal_(0.2, 0.3);
        foreach (var (name, buffer) in module.named_buffers())
        {
            if (name.EndsWith("mean", StringComparison.Ordinal)) buffer.normal_(0.5, 1);
            if (name.EndsWith("var", StringComparison.Ordinal)) buffer.uniform_(0.5, 2);
        }
    }

    /// <summary>The largest |ONNX Runtime - TorchSharp| over a batch of random rows. Both shapes must agree.</summary>
    public static float LargestDifference(InferenceSession session, nn.Module<Tensor, Tensor> module, int[] rowShape, int rows)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var input = randn([rows, .. rowShape.Select(size => (long)size)]) * 2;
        using var inputValue = OrtValue.CreateTensorValueFromMemory(input.data<float>().ToArray(), input.shape);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["input"], [inputValue], ["output"]);
        var expected = module.forward(input).contiguous();

        CollectionAssert.AreEqual(expected.shape, outputs[0].GetTensorTypeAndShape().Shape);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray().Zip(expected.data<float>().ToArray(), Distance).Max();
    }

    private static float Distance(float a, float b) => float.IsNaN(a - b) ? float.PositiveInfinity : Math.Abs(a - b);
}
