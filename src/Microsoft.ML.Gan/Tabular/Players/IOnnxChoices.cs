using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>Draws choices in a file, as <see cref="ChoiceSampler"/> does in training.</summary>
internal interface IOnnxChoices
{
    /// <summary>Takes the logits of a group's choices, (N, slots), before what contradicts the condition is ruled out.</summary>
    void Add(ChoiceGroup group, OnnxValue logits);

    /// <summary>What is drawn of a group that was added: one-hots, (N, slots).</summary>
    OnnxValue OneHots(ChoiceGroup group);
}
