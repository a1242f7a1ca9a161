using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A table as the networks have it: choices, each with a block of one-hot slots, and numbers.</summary>
/// <remarks>
/// The choices that the generator makes come first; those behind them belong to derived columns and are only given, in conditions. A row is
/// [slots of the made choices | numbers], a condition [a flag for each choice | the given slots of all choices].
/// Columns with many categories are made before the numbers, the others after them: many names stand for something that has numbers of its own, as a place has its distances;
/// few are more often parts of a range.
/// </remarks>
internal sealed class TableEncoding
{
    private const int FewCategories = 16;

    private readonly List<Choice> _choices = [];
    private readonly List<NumberEncoding> _numbers = [];
    private readonly IReadOnlyDictionary<NumberColumn, Difference> _differences;

    public TableEncoding(Table table)
    {
        Table = table;
        var sourceOf = FunctionalDependencies.Find(table);
        _differences = Difference.Find([.. table.Columns.OfType<NumberColumn>().Where(column => !sourceOf.ContainsKey(column))]);
        var made = table.Columns.Where(column => !sourceOf.ContainsKey(column)).ToLookup(HasManyCategories);
        var learnt = made[true].ToDictionary(column => column, Learn);
        BeforeNumbers = new ChoiceGroup(0, [.. _choices]);
        foreach (var column in made[false]) learnt.Add(column, Learn(column));
        AfterNumbers = new ChoiceGroup(BeforeNumbers.Choices.Count, [.. _choices.Skip(BeforeNumbers.Choices.Count)]);
        (MadeChoices, MadeSlots) = (_choices.Count, SlotCount);
        Columns = [.. table.Columns.Select(column => learnt.TryGetValue(column, out var encoding) ? encoding : Derive(column, sourceOf[column]))];
        DiscreteNumbers = DiscreteNumber.Find(_numbers, [.. table.Columns.OfType<CategoryColumn>()], MadeSlots, PresenceSlot);
        if (RowWidth == 0)
            throw new ArgumentException("The training data must have a column whose values differ, but each has only one value. Add columns.");
    }

    public Table Table { get; }

    /// <value>The columns, in the table's order.</value>
    public IReadOnlyList<ColumnEncoding> Columns { get; }

    /// <value>All choices, those that the generator makes first.</value>
    public IReadOnlyList<Choice> Choices => _choices;

    /// <value>The choices of columns with many categories.</value>
    public ChoiceGroup BeforeNumbers { get; }

    /// <value>The other choices that the generator makes.</value>
    public ChoiceGroup AfterNumbers { get; }

    /// <value>The number of choices that the generator makes.</value>
    public int MadeChoices { get; }

    /// <value>The indices of the made choices that are of categories.</value>
    public IReadOnlyList<int> CategoryChoices => [.. Columns.OfType<CategoryEncoding>().Select(column => column.Choice).OfType<int>().Order()];

    /// <value>The slots of the choices that the generator makes.</value>
    public int MadeSlots { get; }

    /// <value>The slots of the choices that are only given.</value>
    public int DerivedSlots => SlotCount - MadeSlots;

    /// <value>What the generator makes of columns of numbers, in its order: of each column one number, and the days of dates with times.</value>
    public IReadOnlyList<NumberEncoding> NumberEncodings => _numbers;

    /// <value>The numbers that have hardly any but a few values; their slots stand behind the made ones.</value>
    public IReadOnlyList<DiscreteNumber> DiscreteNumbers { get; }

    /// <value>The numbers that the generator makes.</value>
    public int Numbers => _numbers.Count;

    /// <value>The length of an encoded row.</value>
    public int RowWidth => MadeSlots + Numbers;

    /// <value>The length of a condition.</value>
    public int ConditionWidth => Choices.Count + SlotCount;

    /// <value>The slots of all choices.</value>
    public int SlotCount => _choices.Count == 0 ? 0 : _choices[^1].Offset + _choices[^1].Size;

    /// <value>The choice that each slot belongs to.</value>
    public long[] ChoiceOfSlot => [.. _choices.SelectMany((choice, index) => Enumerable.Repeat((long)index, choice.Size))];

    /// <value>The slot that says that a column's cell is there, for each place of an encoded row; −1 where it always is.</value>
    public int[] PresenceOfPlace =>
    [
        .. _choices.Take(MadeChoices).SelectMany(choice => Enumerable.Repeat(choice.Presence, choice.Size)),
        .. _numbers.Select(number => PresenceSlot(number.Presence)),
    ];

    private static bool HasManyCategories(TableColumn column) => column is CategoryColumn { Categories.Count: > FewCategories };

    private ColumnEncoding Learn(TableColumn column)
    {
        int? presence = column.HasMissing
            ? Add(2, [.. Enumerable.Range(0, column.RowCount).Select(row => column.IsMissing(row) ? Choice.IsMissing : Choice.IsThere)], null)
            : null;
        if (column is NumberColumn number) return Learn(number, presence);
        var categories = (CategoryColumn)column;
        var slots = new SharedSlots([.. categories.Categories.Select(category => category.Count)]);
        return new CategoryEncoding(categories, slots, presence, slots.Count > 1 ? Add(slots.Count, SlotsOf(categories, slots), presence) : null);
    }

    private NumberEncoding Learn(NumberColumn column, int? presence)
    {
        var difference = _differences.GetValueOrDefault(column);
        if (difference is { IsTimeOfDay: true }) Learn(difference.Base, presence);
        var ranks = new ColumnRanks(difference?.Steps ?? column.Steps);
        var rounding = difference is null ? RoundingGrid.Find(column, ranks.Knots.Range, ranks.Knots.Shared) : RoundingGrid.Find(column, difference.Range, new HashSet<double>());
        _numbers.Add(new NumberEncoding(column, difference, ranks, rounding, presence, _numbers.Count));
        return _numbers[^1];
    }

    private DerivedEncoding Derive(TableColumn column, CategoryColumn source) => new(
        column, source, FunctionalDependencies.FirstRows(source), column is CategoryColumn categories ? Add(categories.Categories.Count, categories.Codes, null) : null);

    private static int[] SlotsOf(CategoryColumn column, SharedSlots slots) =>
        Array.ConvertAll(column.Codes, code => code == CategoryColumn.Missing ? Choice.None : slots.SlotOf(code));

    private int Add(int size, int[] slots, int? presence)
    {
        _choices.Add(new Choice(SlotCount, size, slots, PresenceSlot(presence)));
        return _choices.Count - 1;
    }

    private int PresenceSlot(int? presence) => presence is { } index ? _choices[index].Offset + Choice.IsThere : Choice.None;
}
