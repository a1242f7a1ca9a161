using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>A player's network: the architecture's module, and before it the class condition of a class-conditional GAN.</summary>
/// <remarks>The class's embedding is concatenated with the input along dimension 1: as more components of a vector, or as one more channel of an image.</remarks>
internal sealed class GanNetwork : nn.Module<Tensor, Tensor?, Tensor>
{
    [ComponentName(Name = "body")]
    private readonly nn.Module<Tensor, Tensor> _body;

    [ComponentName(Name = "classes")]
    private readonly Embedding? _classes;

    private readonly IReadOnlyList<int> _embeddingShape;

    private GanNetwork(string name, nn.Module<Tensor, Tensor> body, int classCount, IReadOnlyList<int> embeddingShape) : base(name)
    {
        _body = body;
        _embeddingShape = embeddingShape;
        if (classCount > 0) _classes = nn.Embedding(classCount, embeddingShape.Product());
        RegisterComponents();
    }

    /// <summary>G: (N, latentSize) and y to (N, ...sampleShape).</summary>
    public static GanNetwork Generator(GanArchitecture architecture, int latentSize, IReadOnlyList<int> sampleShape, int classCount)
    {
        var embeddingSize = classCount == 0 ? 0 : GanDefaults.ClassEmbeddingSize;
        return new("generator", architecture.BuildGenerator(latentSize + embeddingSize, sampleShape), classCount, [embeddingSize]);
    }

    /// <summary>D: (N, ...sampleShape) and y to logits (N, 1).</summary>
    public static GanNetwork Discriminator(GanArchitecture architecture, IReadOnlyList<int> sampleShape, int classCount)
    {
        IReadOnlyList<int> embeddingShape = sampleShape.Count == 1 ? [GanDefaults.ClassEmbeddingSize] : [1, .. sampleShape.Skip(1)];
        var widened = classCount == 0 ? 0 : embeddingShape[0];
        return new("discriminator", architecture.BuildDiscriminator([sampleShape[0] + widened, .. sampleShape.Skip(1)]), classCount, embeddingShape);
    }

    public Tensor Call(Tensor input, Tensor? classes) => forward(input, classes);

    public override Tensor forward(Tensor input, Tensor? classes)
    {
        if (_classes is null) return _body.call(input);
        long[] shape = [input.shape[0], .. _embeddingShape.Select(size => (long)size)];
        return _body.call(cat([input, _classes.call(classes!).view(shape)], 1));
    }

    /// <summary>Writes the network for inference.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">The latent vectors or rows, (N, ...).</param>
    /// <param name="keys">The classes as key values counted from 1, (N, 1); null for an unconditional GAN.</param>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input, OnnxValue? keys)
    {
        if (_classes is not null) input = graph.Concat([input, EmbeddingToOnnx(graph, keys!)], 1);
        return OnnxExport.Write(graph, _body, input);
    }

    /// <summary>A key value picks its row of the table; row 0, the missing key, is NaN, so that no class passes for another.</summary>
    private OnnxValue EmbeddingToOnnx(OnnxGraphBuilder graph, OnnxValue keys)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var weight = _classes!.weight!.cpu();                         // (classes, size)
        var table = graph.Constant(cat([full([1, weight.shape[1]], float.NaN), weight], 0));
        return graph.Reshape(graph.Gather(table, graph.Cast(keys, OnnxElementType.Int64)), _embeddingShape);
    }
}
