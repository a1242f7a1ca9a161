using Gan.Onnx.Graph;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>
/// A model of rows: latent vectors and conditions to encoded rows. The GAN's generator is one; another kind of model can stand in its place.
/// </summary>
internal interface IRowGenerator : IDisposable
{
    /// <value>The heads that make the row's choices, in the order in which they are made.</value>
    IReadOnlyList<ChoiceHead> ChoiceHeads { get; }

    /// <summary>Makes encoded rows, (N, row width): one-hots of the made slots and numbers; those of missing cells are 0.</summary>
    /// <param name="latents">(N, latent size).</param>
    /// <param name="condition">(N, condition width).</param>
    Tensor Make(Tensor latents, Tensor condition);

    /// <summary>
    /// Makes rows part by part: one-hots of the made slots, (N, slots), and numbers, (N, numbers), each as if no cell were missing.
    /// </summary>
    /// <param name="latents">(N, latent size).</param>
    /// <param name="condition">(N, condition width).</param>
    /// <param name="draw">From a group's head and its logits, contradictions of the condition ruled out, to one-hots.</param>
    (Tensor Chosen, Tensor Numbers) Make(Tensor latents, Tensor condition, Func<ChoiceHead, Tensor, Tensor> draw);

    /// <summary>One-hots of a group, drawn by its logits, (N, slots), or given.</summary>
    Tensor Draw(ChoiceHead head, Tensor logits, Tensor condition);

    /// <summary>Writes the model: the numbers, null if there are none; the choices take their logits.</summary>
    OnnxValue? ToOnnx(OnnxGraphBuilder graph, OnnxValue latentsAndCondition, IOnnxChoices choices);
}
