namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Choices that are made at once; their slots stand side by side.</summary>
/// <param name="First">The index of the first among all choices.</param>
/// <param name="Choices">The choices; there may be none.</param>
internal sealed record ChoiceGroup(int First, IReadOnlyList<Choice> Choices)
{
    /// <value>Where the slots begin among those of all choices.</value>
    public int Offset => Choices.Count == 0 ? 0 : Choices[0].Offset;

    /// <value>The number of slots.</value>
    public int Size => Choices.Sum(choice => choice.Size);
}
