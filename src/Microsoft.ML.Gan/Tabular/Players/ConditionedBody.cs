using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>The hidden layers of G: a latent vector, with the condition behind it, through residual blocks that the condition modulates.</summary>
internal sealed class ConditionedBody : Module<Tensor, Tensor>, IOnnxModule
{
    private const int EmbeddingSize = 32;

    [ComponentName(Name = "embedding")]
    private readonly Sequential _embedding;

    [ComponentName(Name = "input")]
    private readonly Linear _input;

    [ComponentName(Name = "blocks")]
    private readonly ModuleList<ModulatedResidual> _blocks;

    public ConditionedBody(int latentSize, int conditionWidth, int width, int blocks) : base(nameof(ConditionedBody))
    {
        _embedding = Sequential(Linear(latentSize + conditionWidth, EmbeddingSize), SiLU(inplace: true));
        _input = Linear(latentSize + conditionWidth, width);
        _blocks = ModuleList([.. Enumerable.Range(0, blocks).Select(_ => new ModulatedResidual(width, EmbeddingSize))]);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)                      // (N, latent size + condition width)
    {
        var embedding = _embedding.call(input);
        var hidden = _input.call(input);
        foreach (var block in _blocks) hidden = block.call(hidden, embedding);
        return hidden;
    }

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        var embedding = OnnxExport.Write(graph, _embedding, input);
        var hidden = OnnxExport.Write(graph, _input, input);
        foreach (var block in _blocks) hidden = block.ToOnnx(graph, hidden, embedding);
        return hidden;
    }
}
