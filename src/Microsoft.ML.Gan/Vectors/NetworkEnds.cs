using Gan.Onnx;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Microsoft.ML.Gan.Architectures;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Looks at what a network ends in, and warns where its values can't be those that training wants.</summary>
/// <remarks>It looks at the ONNX form, which shows a function called in a module's own code as well as a layer.</remarks>
internal static class NetworkEnds
{
    private static readonly HashSet<string> Arranging =
        ["Identity", "Reshape", "Transpose", "Flatten", "Squeeze", "Unsqueeze", "Slice", "Pad", "DepthToSpace"];

    private static readonly Dictionary<string, (double Least, double Greatest)> Ranges = new()
    {
        ["Tanh"] = (-1, 1),
        ["Softsign"] = (-1, 1),
        ["Sin"] = (-1, 1),
        ["Cos"] = (-1, 1),
        ["Sigmoid"] = (0, 1),
        ["HardSigmoid"] = (0, 1),
        ["Softmax"] = (0, 1),
        ["Relu"] = (0, double.PositiveInfinity),
        ["Softplus"] = (0, double.PositiveInfinity),
    };

    /// <summary>The warnings about both networks.</summary>
    public static IEnumerable<string> Warnings(GanArchitecture architecture, GanModel model)
    {
        if (LastOperator(model.Discriminator, model.Scaling.Layout.NetworkShape, model) is var ofLogits && Ranges.ContainsKey(ofLogits))
            yield return $"The discriminator of architecture '{architecture.Name}' must give logits of any size, but ends in {ofLogits}. " +
                "Leave that layer out: the losses take the sigmoid themselves.";

        var ofSamples = LastOperator(model.Generator, [model.LatentSize], model);
        if (!Ranges.TryGetValue(ofSamples, out var range)) yield break;
        var generator = $"The generator of architecture '{architecture.Name}' must give values";
        if (architecture.Range == GeneratorRange.Unbounded)
            yield return $"{generator} of any size, since its range is {nameof(GeneratorRange.Unbounded)}, but ends in {ofSamples}: its " +
                $"samples lie {Reach(range)}. {(range.Least < 0 ? $"Use {nameof(GeneratorRange)}.{nameof(GeneratorRange.MinusOneToOne)}, or leave"
                    : "Leave")} that layer out.";
        else if (range.Least == 0)
            yield return $"{generator} from -1 to 1, since its range is {nameof(GeneratorRange.MinusOneToOne)}, but ends in {ofSamples}: its " +
                "samples lie in the upper half of the data's range. End it in Tanh.";
    }

    private static string Reach((double Least, double Greatest) range) => range switch
    {
        ( < 0, _) => "within one standard deviation of the mean",
        (_, 1) => "from the mean to one standard deviation above it",
        _ => "above the mean",
    };

    /// <summary>The operator that makes a network's values, whatever arranges them afterwards.</summary>
    private static string LastOperator(GanNetwork network, IReadOnlyList<int> inputShape, GanModel model)
    {
        var graph = new OnnxGraphBuilder();
        var input = graph.Input(GanTensors.Sample, OnnxElementType.Single, inputShape);
        var label = model.Schema.HasClasses ? graph.Input(GanTensors.Label, OnnxElementType.UInt32, [1]) : null;
        graph.Output(GanTensors.Score, network.ToOnnx(graph, input, label));
        var nodes = ModelProto.Parser.ParseFrom(graph.ToModel(new Dictionary<string, string>())).Graph.Node
            .ToDictionary(node => node.Output[0]);
        var last = nodes[GanTensors.Score];
        while (Arranging.Contains(last.OpType) && nodes.TryGetValue(last.Input[0], out var before)) last = before;
        return last.OpType;
    }
}
