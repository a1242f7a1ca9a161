using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds what each column of a table is to the networks.</summary>
internal sealed class SchemaLearner
{
    private const int FewCategories = 16;

    private readonly Table _table;
    private readonly IReadOnlyDictionary<TableColumn, CategoryColumn> _sourceOf;
    private readonly IReadOnlyDictionary<NumberColumn, Difference> _differences;
    private readonly List<(Choice Choice, int[] Slots)> _choices = [];
    private readonly List<(Number Number, ColumnRanks Ranks)> _numbers = [];
    private readonly Dictionary<NumberColumn, int> _numberOf = [];

    public SchemaLearner(Table table)
    {
        _table = table;
        _sourceOf = FunctionalDependencies.Find(table);
        _differences = Difference.Find([.. table.Columns.OfType<NumberColumn>().Where(column => !_sourceOf.ContainsKey(column))]);
    }

    /// <exception cref="ArgumentException">No column has values that differ.</exception>
    public EncodedRows Learn()
    {
        var forms = new ColumnForm[_table.Columns.Count];
        LearnAll(column => !_sourceOf.ContainsKey(column) && HasManyCategories(column), Learn);
        var many = _choices.Count;
        LearnAll(column => !_sourceOf.ContainsKey(column) && !HasManyCategories(column), Learn);
        var made = _choices.Count;
        var slots = _choices.Sum(choice => choice.Choice.Size);
        LearnAll(_sourceOf.ContainsKey, Derive);
        if (slots + _numbers.Count == 0)
            throw new ArgumentException("The training data must have a column whose values differ, but each has only one value. Add columns.");

        IReadOnlyList<Choice> choices = [.. _choices.Select(choice => choice.Choice)];
        var discrete = DiscreteNumber.Find(_numbers, [.. _table.Columns.OfType<CategoryColumn>()], slots, PresenceSlot);
        return Rows(new TableSchema(forms, choices, many, made, [.. _numbers.Select(number => number.Number)], discrete));

        void LearnAll(Predicate<TableColumn> isMeant, Func<int, TableColumn, ColumnForm> learn)
        {
            foreach (var (index, column) in _table.Columns.Index())
                if (isMeant(column)) forms[index] = learn(index, column);
        }
    }

    private static bool HasManyCategories(TableColumn column) => column is CategoryColumn { Categories.Count: > FewCategories };

    private EncodedRows Rows(TableSchema schema)
    {
        var rows = new EncodedRows(schema, _table.RowCount);
        foreach (var (index, (_, slots)) in _choices.Index()) rows.Slots[index] = slots;
        foreach (var (index, (_, ranks)) in _numbers.Index()) (rows.Low[index], rows.High[index]) = (ranks.Low, ranks.High);
        return rows;
    }

    private ColumnForm Learn(int index, TableColumn column)
    {
        if (column.IsEmpty) return new EmptyForm(index, column.Schema, column.Role);
        var missing = column.HasMissing ? new MissingForm(Add(2, MissingForm.SlotsOf(column), null)) : null;
        if (column is NumberColumn number)
            return new NumberForm(index, column.Schema, column.Role, missing, number.Grid, Add(number, missing?.Choice));
        var (categories, codes) = (((CategoryColumn)column).Categories, ((CategoryColumn)column).Codes);
        var slots = SharedSlots.Of(categories);
        int? choice = slots.Count > 1 ? Add(slots.Count, slots.SlotsOf(codes), missing?.Choice) : null;
        return new CategoryForm(index, column.Schema, missing, categories, choice);
    }

    private ColumnForm Derive(int index, TableColumn column)
    {
        var source = _sourceOf[column];
        var (place, rows) = (_table.IndexOf(source), FunctionalDependencies.FirstRows(source));
        if (column is NumberColumn number)
        {
            var points = Array.ConvertAll(rows, row => number.Points[row]);
            return new DerivedNumberForm(index, column.Schema, column.Role, place, number.Grid, points);
        }
        var (categories, codes) = (((CategoryColumn)column).Categories, ((CategoryColumn)column).Codes);
        var codeOf = Array.ConvertAll(rows, row => codes[row]);
        return new DerivedCategoryForm(index, column.Schema, place, categories, codeOf, Add(categories.Count, codes, null));
    }

    /// <summary>Adds a choice; its index.</summary>
    private int Add(int size, int[] slots, int? presence)
    {
        var last = _choices.Count == 0 ? null : _choices[^1].Choice;
        _choices.Add((Choice.Of(last is null ? 0 : last.Offset + last.Size, size, PresenceSlot(presence), slots), slots));
        return _choices.Count - 1;
    }

    private int? PresenceSlot(int? presence) => presence is { } index ? _choices[index].Choice.ThereSlot : null;

    /// <summary>Adds what is learnt of a column: its number, and before it the day of a date with a time. Their indices.</summary>
    private IReadOnlyList<int> Add(NumberColumn column, int? presence)
    {
        var difference = _differences.GetValueOrDefault(column);
        return difference is { IsTimeOfDay: true }
            ? [Add(difference.Base, presence, null), Add(column, presence, difference)]
            : [Add(column, presence, difference)];
    }

    private int Add(NumberColumn column, int? presence, Difference? difference)
    {
        var ranks = new ColumnRanks(difference?.Points ?? column.Points);
        var learnt = difference is null ? null : Learnt(difference);
        var rounding = learnt is null
            ? Rounding.Find(column, ranks.Learnt.Knots.Range, ranks.Learnt.Knots.Shared)
            : Rounding.Find(column, (learnt.Least, learnt.Greatest), new HashSet<double>());
        _numberOf.Add(column, _numbers.Count);
        _numbers.Add((new Number(_numbers.Count, column.Name, presence, column.Grid, ranks.Learnt, rounding, learnt), ranks));
        return _numbers.Count - 1;
    }

    private LearntDifference Learnt(Difference difference)
    {
        var (least, greatest) = difference.Range;
        return new(_numberOf[difference.Base], difference.Slope, difference.Offset, least, greatest);
    }
}
