using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds what each column of a table is to the networks.</summary>
internal sealed class SchemaLearner
{
    private const int FewCategories = 16;

    private readonly Table _table;
    private readonly IReadOnlyDictionary<TableColumn, CategoryColumn> _sourceOf;
    private readonly IReadOnlyDictionary<NumberColumn, AffineDependency> _affine;
    private readonly IReadOnlyDictionary<NumberColumn, Difference> _differences;
    private readonly IReadOnlyDictionary<NumberColumn, TiedColumns> _ties;
    private readonly IReadOnlyList<NumberColumn> _learnt;             // the columns that are numbers to the networks
    private readonly List<(Choice Choice, int[] Slots)> _choices = [];
    private readonly List<(Number Number, ColumnRanks Ranks)> _numbers = [];
    private readonly Dictionary<NumberColumn, int> _numberOf = [];

    public SchemaLearner(Table table)
    {
        _table = table;
        _sourceOf = FunctionalDependencies.Find(table);
        NumberColumn[] columns = [.. table.Columns.OfType<NumberColumn>().Where(column => !column.IsEmpty && !_sourceOf.ContainsKey(column))];
        _affine = AffineDependency.Find(columns);
        _learnt = [.. columns.Where(column => !_affine.ContainsKey(column))];
        _differences = Difference.Find(_learnt);
        _ties = TiedColumns.Find(_learnt, (column, source) => _differences.GetValueOrDefault(column)?.Base != source);
    }

    /// <exception cref="ArgumentException">No column has values that differ.</exception>
    public EncodedRows Learn()
    {
        var forms = new ColumnForm[_table.Columns.Count];
        LearnAll(column => !Follows(column) && HasManyCategories(column), Learn);
        var many = _choices.Count;
        LearnAll(column => !Follows(column) && !HasManyCategories(column), Learn);
        LearnAll(column => Follows(column) && !_sourceOf.ContainsKey(column), (index, column) => Compute(index, (NumberColumn)column, forms));
        var made = _choices.Count;
        var slots = _choices.Sum(choice => choice.Choice.Size);
        LearnAll(_sourceOf.ContainsKey, Derive);
        if (slots + _numbers.Count == 0)
            throw new ArgumentException("The training data must have a column whose values differ, but each has only one value. Add columns.");

        IReadOnlyList<Choice> choices = [.. _choices.Select(choice => choice.Choice)];
        var discrete = DiscreteNumber.Find(_numbers, [.. _table.Columns.OfType<CategoryColumn>()], slots, PresenceSlot);
        return Rows(new TableSchema(forms, choices, many, made, [.. _numbers.Select(number => number.Number)], discrete, Orders()));

        void LearnAll(Predicate<TableColumn> isMeant, Func<int, TableColumn, ColumnForm> learn)
        {
            foreach (var (index, column) in _table.Columns.Index())
                if (isMeant(column)) forms[index] = learn(index, column);
        }
    }

    private bool Follows(TableColumn column) => _sourceOf.ContainsKey(column) || (column is NumberColumn number && _affine.ContainsKey(number));

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
        if (column is NumberColumn number) return LearnNumber(index, number);
        var missing = AddMissing(column);
        var (categories, codes) = (((CategoryColumn)column).Categories, ((CategoryColumn)column).Codes);
        var slots = SharedSlots.Of(categories);
        int? choice = slots.Count > 1 ? Add(slots.Count, slots.SlotsOf(codes), missing?.Choice) : null;
        return new CategoryForm(index, column.Schema, missing, categories, choice);
    }

    private NumberForm LearnNumber(int index, NumberColumn column)
    {
        var tie = TieOf(column);
        var missing = tie is null ? AddMissing(column) : column.HasMissing ? new MissingForm(tie.Choice) : null;
        return new NumberForm(index, column.Schema, column.Role, missing, column.Grid, Add(column, tie?.Choice ?? missing?.Choice, tie));
    }

    private MissingForm? AddMissing(TableColumn column) =>
        column.HasMissing ? new MissingForm(Add(2, MissingForm.SlotsOf(column), null)) : null;

    /// <summary>Adds the choice of a column that is tied to another: there, missing if it may be, or the other's value.</summary>
    private Tie? TieOf(NumberColumn column)
    {
        if (!_ties.TryGetValue(column, out var tied)) return null;
        var (slope, offset) = column.Grid.From(tied.Source.Grid);
        var slots = MissingForm.SlotsOf(column);
        var tie = new Tie(_choices.Count, column.HasMissing ? Choice.IsMissing + 1 : Choice.IsThere + 1, _numberOf[tied.Source], slope, offset);
        tie.Encode(column.Points, tied.Source.Points, slots);
        if (slots.Count(slot => slot == Choice.IsThere) < QuantileKnots.LeastRows) return null;
        Add(tie.Slot + 1, slots, null);
        return tie;
    }

    private AffineForm Compute(int index, NumberColumn column, ColumnForm[] forms)
    {
        var affine = _affine[column];
        var source = (NumberForm)forms[_table.IndexOf(affine.Source)];
        var missing = affine.Source.HasMissing ? null : AddMissing(column);
        return new AffineForm(
            index, column.Schema, column.Role, missing, source.Index, source.Numbers[^1], source.Missing, column.Grid, affine.Slope, affine.Offset);
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
    private IReadOnlyList<int> Add(NumberColumn column, int? presence, Tie? tie)
    {
        var difference = _differences.GetValueOrDefault(column);
        return difference is { IsTimeOfDay: true }
            ? [Add(difference.Base, presence, null, null), Add(column, presence, difference, tie)]
            : [Add(column, presence, difference, tie)];
    }

    private int Add(NumberColumn column, int? presence, Difference? difference, Tie? tie)
    {
        var points = difference?.Points ?? column.Points;
        if (presence is { } choice) points = [.. points.Zip(_choices[choice].Slots, (point, slot) => slot == Choice.IsThere ? point : double.NaN)];
        var ranks = new ColumnRanks(points);
        var learnt = difference is null ? null : Learnt(difference);
        var rounding = learnt is null
            ? Rounding.Find(column, ranks.Learnt.Knots.Range, ranks.Learnt.Knots.Shared)
            : Rounding.Find(column, (learnt.Least, learnt.Greatest), new HashSet<double>());
        _numberOf.Add(column, _numbers.Count);
        _numbers.Add((new Number(_numbers.Count, column.Name, presence, column.Grid, ranks.Learnt, rounding, learnt, tie), ranks));
        return _numbers.Count - 1;
    }

    private LearntDifference Learnt(Difference difference)
    {
        var (least, greatest) = difference.Range;
        return new(_numberOf[difference.Base], difference.Slope, difference.Offset, least, greatest);
    }

    /// <summary>The numbers that must be in order, but for those that a difference alone keeps so.</summary>
    private IReadOnlyList<NumberOrder> Orders()
    {
        var pairs = OrderedColumns.Find(_learnt);
        return [.. pairs.Where(pair => !IsKept(pair.Lesser, pair.Greater)).Select(pair => Order(NumberOf(pair.Lesser), NumberOf(pair.Greater)))];

        Number NumberOf(NumberColumn column) => _numbers[_numberOf[column]].Number;

        bool IsKept(NumberColumn one, NumberColumn other) =>
            (_differences.GetValueOrDefault(one)?.Base == other || _differences.GetValueOrDefault(other)?.Base == one)
            && pairs.Count(pair => new[] { pair.Lesser, pair.Greater }.Intersect([one, other]).Any()) == 1;

        static NumberOrder Order(Number lesser, Number greater)
        {
            var (slope, offset) = greater.Grid.From(lesser.Grid);
            var areAlike = lesser.Grid == greater.Grid && Equals(lesser.Rounding, greater.Rounding);
            return new(lesser.Index, greater.Index, slope, offset, greater.Grid.IsGrid, areAlike);
        }
    }
}
