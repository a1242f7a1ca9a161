using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Where what is in the tensors of encoded rows: the one place that knows.</summary>
/// <remarks>
/// The choices that the generator makes come first; those behind them belong to derived columns and are only given, in conditions.
/// <code>
/// row:        [ slots of the made choices | numbers ]                     width: MadeSlots + NumberCount
/// condition:  [ a flag for each choice | given slots of all choices ]     width: choices + SlotCount
/// </code>
/// </remarks>
/// <param name="Choices">All choices, those that the generator makes first.</param>
/// <param name="MadeChoices">How many the generator makes.</param>
/// <param name="PresenceOfNumbers">Of each number, the slot that says that it is there; null if it always is.</param>
internal sealed record RowLayout(IReadOnlyList<Choice> Choices, int MadeChoices, IReadOnlyList<int?> PresenceOfNumbers)
{
    /// <value>The numbers of a row.</value>
    public int NumberCount => PresenceOfNumbers.Count;

    /// <value>The slots of the choices that the generator makes.</value>
    public int MadeSlots { get; } = Choices.Take(MadeChoices).Sum(choice => choice.Size);

    /// <value>The slots of all choices.</value>
    public int SlotCount { get; } = Choices.Sum(choice => choice.Size);

    /// <value>The slots of the choices that are only given.</value>
    public int DerivedSlots => SlotCount - MadeSlots;

    public int RowWidth => MadeSlots + NumberCount;

    public int ConditionWidth => Choices.Count + SlotCount;

    /// <value>The choice that each slot belongs to.</value>
    public long[] ChoiceOfSlot => [.. Choices.SelectMany((choice, index) => Enumerable.Repeat((long)index, choice.Size))];

    /// <value>Of each place of an encoded row, the slot that says that its cell is there; null where it always is.</value>
    public IReadOnlyList<int?> PresenceOfPlaces =>
        [.. Choices.Take(MadeChoices).SelectMany(choice => Enumerable.Repeat(choice.PresenceSlot, choice.Size)), .. PresenceOfNumbers];

    /// <summary>The slots of the made choices: (N, row width) to (N, slots).</summary>
    public Tensor Slots(Tensor rows) => rows.narrow(1, 0, MadeSlots);

    /// <summary>The slots of one made choice: (N, row width) to (N, slots of it).</summary>
    public static Tensor Slots(Tensor rows, Choice choice) => rows.narrow(1, choice.Offset, choice.Size);

    /// <summary>All numbers: (N, row width) to (N, numbers).</summary>
    public Tensor Numbers(Tensor rows) => rows.narrow(1, MadeSlots, NumberCount);

    /// <summary>One number: (N, row width) to (N).</summary>
    public Tensor Number(Tensor rows, int number) => rows.select(1, MadeSlots + number);

    /// <summary>1 where a number is there, 0 where it is missing: (N, row width) to (N); null if it always is there.</summary>
    public Tensor? PresenceOf(Tensor rows, int number) => PresenceOfNumbers[number] is { } slot ? rows.select(1, slot) : null;

    /// <summary>The flags of all choices: (N, condition width) to (N, choices).</summary>
    public Tensor Flags(Tensor condition) => condition.narrow(1, 0, Choices.Count);

    /// <summary>The given slots of a group of choices: (N, condition width) to (N, slots).</summary>
    public Tensor Given(Tensor condition, ChoiceGroup group) => condition.narrow(1, Choices.Count + group.Offset, group.Size);

    /// <summary>The given slots of the choices that are only given: (N, condition width) to (N, slots).</summary>
    public Tensor GivenDerived(Tensor condition) => condition.narrow(1, Choices.Count + MadeSlots, DerivedSlots);
}
