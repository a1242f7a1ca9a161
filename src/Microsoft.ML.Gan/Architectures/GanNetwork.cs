using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>A player's network: the architecture's module, and before it the class condition of a class-conditional GAN.</summary>
/// <remarks>
/// The class's embedding is concatenated with the input along dimension 1: as more components of a vector, or as one more channel of an image.
/// </remarks>
internal sealed class GanNetwork : nn.Module<Tensor, Tensor?, Tensor>
{
    private const int ClassEmbeddingSize = 16;                        // beside a vector

    [ComponentName(Name = "body")]
    private readonly nn.Module<Tensor, Tensor> _body;

    [ComponentName(Name = "classes")]
    private readonly Embedding? _classes;

    private readonly IReadOnlyList<int> _embeddingShape;
    private readonly int _packSize;

    private GanNetwork(string name, nn.Module<Tensor, Tensor> body, int classCount, IReadOnlyList<int> embeddingShape, int packSize = 1) : base(name)
    {
        _body = body;
        _embeddingShape = embeddingShape;
        _packSize = packSize;
        if (classCount > 0) _classes = nn.Embedding(classCount, embeddingShape.Product());
        RegisterComponents();
    }

    /// <summary>G: (N, latentSize) and y to (N, ...sampleShape).</summary>
    public static GanNetwork Generator(GanArchitecture architecture, int latentSize, IReadOnlyList<int> sampleShape, int classCount)
    {
        var embeddingSize = classCount == 0 ? 0 : ClassEmbeddingSize;
        var body = architecture.BuildGenerator(latentSize, embeddingSize, sampleShape);
        return new("generator", Required(body, architecture, "generator"), classCount, [embeddingSize]);
    }

    /// <summary>D: (N, ...sampleShape) and y to logits (N, 1); with packing, m rows to one logit (Lin et al. 2018, PacGAN): (N / m, 1).</summary>
    /// <remarks>Outside training a row is judged as a pack of m copies of itself.</remarks>
    public static GanNetwork Discriminator(GanArchitecture architecture, IReadOnlyList<int> sampleShape, int classCount, int packSize = 1)
    {
        IReadOnlyList<int> embeddingShape = sampleShape.Count == 1 ? [ClassEmbeddingSize] : [1, .. sampleShape.Skip(1)];
        var channels = sampleShape[0] + (classCount == 0 ? 0 : embeddingShape[0]);
        var body = architecture.BuildDiscriminator([channels * packSize, .. sampleShape.Skip(1)]);
        return new("discriminator", Required(body, architecture, "discriminator"), classCount, embeddingShape, packSize);
    }

    public Tensor Call(Tensor input, Tensor? classes) => forward(input, classes);

    public override Tensor forward(Tensor input, Tensor? classes) => _body.call(Pack(WithClasses(input, classes)));

    /// <summary>Writes the network for inference.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">The latent vectors or rows, (N, ...).</param>
    /// <param name="keys">The classes as key values counted from 1, (N, 1); null for an unconditional GAN.</param>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input, OnnxValue? keys)
    {
        if (_classes is not null) input = graph.Concat([input, EmbeddingToOnnx(graph, keys!)], 1);
        if (_packSize > 1) input = graph.Concat([.. Enumerable.Repeat(input, _packSize)], 1);
        return OnnxExport.Write(graph, _body, input);
    }

    private static nn.Module<Tensor, Tensor> Required(nn.Module<Tensor, Tensor>? body, GanArchitecture architecture, string role) =>
        body ?? throw new ArgumentException($"The {role} of architecture '{architecture.Name}' must be a module, but was null. Return one.");

    private Tensor WithClasses(Tensor input, Tensor? classes)
    {
        if (_classes is null) return input;
        long[] shape = [input.shape[0], .. _embeddingShape.Select(size => (long)size)];
        return cat([input, _classes.call(classes!).view(shape)], 1);
    }

    private Tensor Pack(Tensor rows)
    {
        if (_packSize == 1) return rows;
        if (!training) return cat([.. Enumerable.Repeat(rows, _packSize)], 1);
        return rows.reshape([rows.shape[0] / _packSize, rows.shape[1] * _packSize, .. rows.shape[2..]]);
    }

    /// <summary>A key value picks its row of the table; row 0, the missing key, is NaN, so that no class passes for another.</summary>
    private OnnxValue EmbeddingToOnnx(OnnxGraphBuilder graph, OnnxValue keys)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var weight = _classes!.weight!.cpu();                         // (classes, size)
        var table = graph.Constant(cat([tensor(float.NaN).expand(1, weight.shape[1]), weight], 0));
        return graph.Reshape(graph.Gather(table, graph.Cast(keys, OnnxElementType.Int64)), _embeddingShape);
    }
}
