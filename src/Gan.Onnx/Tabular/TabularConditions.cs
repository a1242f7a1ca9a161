using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>What the columns of a tabular generator can be given as.</summary>
internal sealed class TabularConditions(IReadOnlyList<TabularColumn> columns, IReadOnlyCollection<string>? identifiers = null)
{
    private const int MostShown = 10;

    private readonly Dictionary<string, ColumnCondition> _conditions = columns
        .Where(column => column.Given is not null)
        .ToDictionary(column => column.Name, ColumnCondition.Create, StringComparer.Ordinal);

    private readonly Dictionary<string, (int Index, CellColumn Column)> _givable = columns.Select(CellColumn.Create).Index()
        .Where(column => column.Item.Column is { Given: not null } or { GivenNumber: not null })
        .ToDictionary(column => column.Item.Name, column => (column.Index, column.Item), StringComparer.Ordinal);

    /// <value>A row of <see cref="GanTensors.Given"/> where nothing is given; empty if no column can be.</value>
    public long[] Nothing => [.. Enumerable.Repeat(TabularColumn.NotGiven, _conditions.Count)];

    /// <summary>What texts by column mean.</summary>
    /// <exception cref="ArgumentException">A column is not one that can be given, or a text does not fit its column: all such faults.</exception>
    public TableCondition Parse(IReadOnlyDictionary<string, string> where)
    {
        var codes = Nothing;
        var wishes = new List<CellWish>();
        var problems = new List<string>();
        foreach (var (name, text) in where)
        {
            if (!_givable.TryGetValue(name, out var column)) problems.Add(NotOne(name));
            else if (!TryGive(column.Index, column.Column, text, codes, wishes)) problems.Add(NotFitting(column.Column, text));
        }
        return problems.Count == 0 ? new(codes, wishes) : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(where));
    }

    /// <summary>The same as a row of <see cref="GanTensors.Given"/>, where the file can be told all of it.</summary>
    /// <exception cref="ArgumentException">Also where it can't.</exception>
    public long[] ParseCodes(IReadOnlyDictionary<string, string> where)
    {
        var condition = Parse(where);
        if (condition.Wishes.Count == 0) return condition.Codes;
        throw new ArgumentException(string.Join(Environment.NewLine, condition.Wishes.Select(wish =>
            $"Where the latent vectors are given, column '{wish.Column.Name}' must be given as one category, as missing or as not missing, " +
            $"but was given as '{where[wish.Column.Name]}'. Use {nameof(TabularGenerator.Sample)}, which finds latent vectors for it.")),
            nameof(where));
    }

    /// <summary>The columns of a schema that rows of numbers and categories are read from; null where it has no numbers to give.</summary>
    /// <inheritdoc cref="Find"/>
    public IReadOnlyList<(int Index, CellColumn Column, ColumnCondition? Condition)>? FindNumbers(DataViewSchema conditions)
    {
        DataViewSchema.Column[] given = [.. conditions.Where(column => !column.IsHidden)];
        if (!given.Any(column => _givable.TryGetValue(column.Name, out var own) && own.Column.Column.GivenNumber is not null)) return null;
        Find(conditions);
        return [.. given.Select(column => (_givable[column.Name].Index, _givable[column.Name].Column, _conditions.GetValueOrDefault(column.Name)))];
    }

    private bool TryGive(int index, CellColumn column, string? text, long[] codes, List<CellWish> wishes)
    {
        if (text is null) return false;
        var condition = _conditions.GetValueOrDefault(column.Name);
        if (condition is not null && condition.TryGetCode(text, out var code))
        {
            codes[condition.Place] = code;
            return true;
        }
        if (condition is null && text == TabularGenerator.Present) return true;
        if (WishText.Read(index, column, text, part => condition is not null && condition.TryGetCode(part, out var own) ? own : null) is not { } wish)
            return false;
        if (condition is not null && column.Column.HasMissing && !wish.AllowsMissing) codes[condition.Place] = TabularColumn.Present;
        if (wish is { AllowsMissing: false, Codes: { Count: 1 } one }) codes[condition!.Place] = (long)one.Single();
        else wishes.Add(wish);
        return true;
    }

    private string NotFitting(CellColumn column, string? text)
    {
        var given = text is null ? "null" : $"'{text}'";
        return column.HasCategories || column.Column.GivenNumber is null
            ? $"The value given for column '{column.Name}' must be {_conditions[column.Name].Fitting}, but was {given}." +
                _conditions[column.Name].OthersRemark
            : $"The value given for column '{column.Name}' must be {column.Fitting}, but was {given}.";
    }

    /// <summary>Latent vectors beside what each row of a view gives.</summary>
    /// <inheritdoc cref="Find"/>
    public ConditionedLatents Condition(LatentSource latents, IDataView conditions) =>
        new(latents, conditions, Find(conditions.Schema), Nothing);

    /// <summary>The conditions that a schema's columns give, and where they are read.</summary>
    /// <exception cref="ArgumentException">A column is not one that can be given: all such faults.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type than in the training table.</exception>
    private IReadOnlyList<(ColumnCondition Condition, DataViewSchema.Column Column)> Find(DataViewSchema conditions)
    {
        DataViewSchema.Column[] given = [.. conditions.Where(column => !column.IsHidden)];
        var problems = given.Where(column => !_givable.ContainsKey(column.Name)).Select(column => NotOne(column.Name)).ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(conditions));
        foreach (var column in given)
            InputSchema.Require(conditions, _givable[column.Name].Column.Column.ToOutput() with { Role = "condition" }, nameof(conditions));
        return [.. given.Where(column => _conditions.ContainsKey(column.Name)).Select(column => (_conditions[column.Name], column))];
    }

    private string NotOne(string name)
    {
        var which = identifiers?.Contains(name) == true ? "which names rows and is made anew for each"
            : columns.Any(column => column.Name == name) ? "which cannot be given" : "which the generator does not make";
        if (_givable.Count == 0) return $"No column of this generator can be given, but '{name}' was.";
        var others = _givable.Count - MostShown;
        return $"A given column must be one of {string.Join(", ", _givable.Keys.Take(MostShown).Select(key => $"'{key}'"))}"
            + $"{(others > 0 ? $" and {others} more" : "")}, but was '{name}', {which}.";
    }
}
