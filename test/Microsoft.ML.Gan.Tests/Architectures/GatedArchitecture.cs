using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Architectures;

/// <summary>The example of docs/adding-an-architecture.md.</summary>
public sealed class GatedArchitecture(int width) : GanArchitecture
{
    public override string Name => $"gated {width}";
    public override GeneratorRange Range => GeneratorRange.Unbounded;

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape) =>
        Sequential(Linear(inputSize, width), new Gate(width), Linear(width, sampleShape[0]));

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape) =>
        Sequential(new SpectralNormalization(Linear(inputShape[0], width)), LeakyReLU(0.2), Linear(width, 1));
}

/// <summary>x · sigmoid(W x + b).</summary>
public sealed class Gate : Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Linear _linear;

    public Gate(int width) : base(nameof(Gate))
    {
        _linear = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input * _linear.forward(input).sigmoid();

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) =>
        graph.Times(input, graph.Elementwise("Sigmoid", OnnxExport.Write(graph, _linear, input)));
}
