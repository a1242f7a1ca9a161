using Gan.Onnx.Rules;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds what each column of a table is to the networks.</summary>
internal sealed class SchemaLearner
{
    private const int FewCategories = 16;

    private readonly Table _table;
    private readonly IReadOnlyDictionary<TableColumn, CategoryColumn> _sourceOf;
    private readonly IReadOnlyDictionary<NumberColumn, AffineDependency> _affine;
    private readonly List<(Choice Choice, int[] Slots)> _choices = [];
    private readonly NumberLearner _numbers;

    /// <param name="table">The table.</param>
    /// <param name="keepsExtremes">Whether the least and the greatest number of a column come back as they are.</param>
    public SchemaLearner(Table table, bool keepsExtremes)
    {
        _table = table;
        _sourceOf = FunctionalDependencies.Find(table);
        NumberColumn[] columns = [.. table.Columns.OfType<NumberColumn>().Where(column => !column.IsEmpty && !_sourceOf.ContainsKey(column))];
        _affine = AffineDependency.Find([.. columns.Where(column => !table.IsTotal(column))])
            .Where(pair => !table.NeedsNumberOf(pair.Key)).ToDictionary();
        _numbers = new NumberLearner([.. columns.Where(column => !_affine.ContainsKey(column))], keepsExtremes);
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
        if (slots + _numbers.Learnt.Count == 0)
            throw new ArgumentException("The training data must have a column whose values differ, but each has only one value. Add columns.");

        IReadOnlyList<Choice> choices = [.. _choices.Select(choice => choice.Choice)];
        var discrete = DiscreteNumber.Find(_numbers.Learnt, [.. _table.Columns.OfType<CategoryColumn>()], slots, PresenceSlot);
        return Rows(new TableSchema(forms, choices, many, made, [.. _numbers.Learnt.Select(number => number.Number)], discrete, Orders())
        {
            Identifiers = _table.Identifiers,
            Kept = KeptNumbersLearner.Learn(_table.Constraints, LearntNumber),
        });

        void LearnAll(Predicate<TableColumn> isMeant, Func<int, TableColumn, ColumnForm> learn)
        {
            foreach (var (index, column) in _table.Columns.Index())
                if (isMeant(column)) forms[index] = learn(index, column) with { Shares = ColumnShares.Of(column) };
        }
    }

    /// <summary>A column of numbers that is learnt, and its number; null for any other.</summary>
    private (NumberColumn Column, Number Number)? LearntNumber(string name) =>
        _table.Find(name) is NumberColumn { IsEmpty: false } column && !Follows(column) ? (column, _numbers.NumberOf(column)) : null;

    private IReadOnlyList<NumberOrder> Orders()
    {
        var asked = _table.Constraints.OfType<ColumnOrder>()
            .Select(order => (Lesser: LearntNumber(order.Lesser)?.Column, Greater: LearntNumber(order.Greater)?.Column))
            .Where(pair => pair.Lesser is not null && pair.Greater is not null).Select(pair => (pair.Lesser!, pair.Greater!));
        return _numbers.Orders(asked, (lesser, greater) => !_table.IsTotal(lesser) && !_table.IsTotal(greater));
    }

    private bool Follows(TableColumn column) => _sourceOf.ContainsKey(column) || (column is NumberColumn number && _affine.ContainsKey(number));

    private static bool HasManyCategories(TableColumn column) => column is CategoryColumn { Categories.Count: > FewCategories };

    private EncodedRows Rows(TableSchema schema)
    {
        var rows = new EncodedRows(schema, _table.RowCount) { Sample = _table.Sample };
        foreach (var (index, (_, slots)) in _choices.Index()) rows.Slots[index] = slots;
        foreach (var (index, (_, ranks)) in _numbers.Learnt.Index()) (rows.Low[index], rows.High[index]) = (ranks.Low, ranks.High);
        return rows;
    }

    private ColumnForm Learn(int index, TableColumn column)
    {
        if (column.IsEmpty) return new EmptyForm(index, column.Schema, column.Role) { Rare = column.Rare };
        if (column is NumberColumn number) return LearnNumber(index, number);
        var missing = AddMissing(column);
        var (categories, codes) = (((CategoryColumn)column).Categories, ((CategoryColumn)column).Codes);
        var slots = SharedSlots.Of(categories);
        int? choice = slots.Count > 1 ? Add(slots.RowsOf(categories), slots.SlotsOf(codes), missing?.Choice) : null;
        return new CategoryForm(index, column.Schema, missing, categories, choice) { Rare = column.Rare };
    }

    /// <summary>Learns a column of numbers: one that is tied to another has one choice of whether it is missing, and whether it is equal.</summary>
    private NumberForm LearnNumber(int index, NumberColumn column)
    {
        var slots = MissingForm.SlotsOf(column);
        var tie = _numbers.TieOf(column, _choices.Count, slots);
        int? presence = tie is not null ? Add(Choice.RowsOf(tie.Slot + 1, slots), slots, null)
            : column.HasMissing ? Add(MissingForm.RowsOf(column), slots, null) : null;
        var numbers = _numbers.Add(column, presence, slots, tie);
        return new NumberForm(index, column.Schema, column.Role, column.HasMissing ? new MissingForm(presence!.Value) : null, column.Grid, numbers);
    }

    private MissingForm? AddMissing(TableColumn column) =>
        column.HasMissing ? new MissingForm(Add(MissingForm.RowsOf(column), MissingForm.SlotsOf(column), null)) : null;

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
        var choice = Add([.. categories.Select(category => (double)category.Count)], codes, null);
        return new DerivedCategoryForm(index, column.Schema, place, categories, codeOf, choice) { Rare = column.Rare };
    }

    /// <summary>Adds a choice by the rows of its slots, and the slot of each row; its index.</summary>
    private int Add(double[] rows, int[] slots, int? presence)
    {
        var last = _choices.Count == 0 ? null : _choices[^1].Choice;
        _choices.Add((Choice.Of(last is null ? 0 : last.Offset + last.Size, PresenceSlot(presence), rows), slots));
        return _choices.Count - 1;
    }

    private int? PresenceSlot(int? presence) => presence is { } index ? _choices[index].Choice.ThereSlot : null;
}
