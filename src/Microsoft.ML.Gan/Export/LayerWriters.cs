using Gan.Onnx.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Writes a layer, and gives its output.</summary>
internal delegate OnnxValue LayerWriter(OnnxGraphBuilder graph, nn.Module layer, OnnxValue x);

/// <summary>The table of layers that have an ONNX form: a new one is a line here, and its writer in Layers.</summary>
internal static class LayerWriters
{
    private static readonly Dictionary<Type, LayerWriter> Writers = new(
    [
        Layer<Sequential>(Containers.Write),
        Layer<Linear>(LinearLayer.Write),

        Layer<Conv1d>(Convolutions.Write),
        Layer<Conv2d>(Convolutions.Write),
        Layer<ConvTranspose1d>(Convolutions.WriteTransposed),
        Layer<ConvTranspose2d>(Convolutions.WriteTransposed),

        Layer<BatchNorm1d>(FeatureNorms.WriteBatch),
        Layer<BatchNorm2d>(FeatureNorms.WriteBatch),
        Layer<InstanceNorm1d>(FeatureNorms.WriteInstance),
        Layer<InstanceNorm2d>(FeatureNorms.WriteInstance),
        Layer<LayerNorm>(GroupedNorms.WriteLayer),
        Layer<GroupNorm>(GroupedNorms.WriteGroup),

        Elementwise<ReLU>("Relu"),
        Elementwise<SELU>("Selu"),
        Elementwise<Softsign>("Softsign"),
        Elementwise<Hardswish>("HardSwish"),
        Elementwise<Sigmoid>("Sigmoid"),
        Elementwise<Tanh>("Tanh"),
        Layer<ELU>(Activations.Write),
        Layer<GELU>(Activations.Write),
        Layer<LeakyReLU>(Activations.Write),
        Layer<SiLU>(Activations.Write),
        Layer<Softmax>(Activations.Write),
        Layer<Softplus>(Activations.Write),
        Layer<Mish>(Activations.Write),
        Layer<LogSigmoid>(Activations.Write),
        Layer<Tanhshrink>(Activations.Write),
        Layer<GLU>(Gates.Write),

        Layer<PReLU>(Rectifiers.Write),
        Layer<RReLU>(Rectifiers.Write),
        Layer<CELU>(Rectifiers.Write),
        Layer<ReLU6>(Rectifiers.Write),
        Layer<Hardsigmoid>(Rectifiers.Write),
        Layer<Softshrink>(Rectifiers.Write),
        Layer<Hardshrink>(Rectifiers.Write),

        Dropped<Identity>(),
        Dropped<Dropout>(),
        Dropped<Dropout1d>(),
        Dropped<Dropout2d>(),
        Dropped<AlphaDropout>(),
        Dropped<FeatureAlphaDropout>(),

        Layer<AvgPool2d>(Pooling.Write),
        Layer<AdaptiveAvgPool2d>(Pooling.Write),
        Layer<MaxPool2d>(Pooling.Write),

        Layer<ConstantPad2d>(PaddingLayers.Write),
        Layer<ReflectionPad2d>(PaddingLayers.Write),
        Layer<ReplicationPad2d>(PaddingLayers.Write),
        Layer<ZeroPad2d>(PaddingLayers.Write),

        Layer<Flatten>(Shapes.Write),
        Layer<Unflatten>(Shapes.Write),
        Layer<PixelShuffle>(Shapes.Write),
        Layer<Upsample>(Upsampling.Write),
    ]);

    /// <summary>The names of the layers that can be written, in alphabetical order.</summary>
    public static IEnumerable<string> SupportedLayers => Writers.Keys.Select(type => type.Name).Order(StringComparer.Ordinal);

    /// <summary>The writer of a layer. Only its very type counts: a derived class may compute something else.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static LayerWriter For(nn.Module layer) =>
        Writers.TryGetValue(layer.GetType(), out var writer) ? writer : throw LayerFault.NoForm(layer);

    private static KeyValuePair<Type, LayerWriter> Layer<TLayer>(Func<OnnxGraphBuilder, TLayer, OnnxValue, OnnxValue> write)
        where TLayer : nn.Module => new(typeof(TLayer), (graph, layer, x) => write(graph, (TLayer)layer, x));

    private static KeyValuePair<Type, LayerWriter> Elementwise<TLayer>(string operatorName)
        where TLayer : nn.Module => new(typeof(TLayer), (graph, _, x) => graph.Elementwise(operatorName, x));

    /// <summary>A layer that does nothing outside training.</summary>
    private static KeyValuePair<Type, LayerWriter> Dropped<TLayer>()
        where TLayer : nn.Module => new(typeof(TLayer), (_, _, x) => x);
}
