using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>What the columns of a tabular generator can be given as.</summary>
internal sealed class TabularConditions(IReadOnlyList<TabularColumn> columns)
{
    private const int MostShown = 10;

    private readonly Dictionary<string, ColumnCondition> _conditions = columns
        .Where(column => column.Given is not null)
        .ToDictionary(column => column.Name, ColumnCondition.Create, StringComparer.Ordinal);

    /// <value>A row of <see cref="GanTensors.Given"/> where nothing is given; empty if no column can be.</value>
    public long[] Nothing => [.. Enumerable.Repeat(TabularColumn.NotGiven, _conditions.Count)];

    /// <summary>Texts by column as a row of <see cref="GanTensors.Given"/>.</summary>
    /// <exception cref="ArgumentException">A column is not one that can be given, or a text does not fit its column: all such faults.</exception>
    public long[] Parse(IReadOnlyDictionary<string, string> where)
    {
        var codes = Nothing;
        var problems = new List<string>();
        foreach (var (name, text) in where)
        {
            if (!_conditions.TryGetValue(name, out var condition)) problems.Add(NotOne(name));
            else if (text is null || !condition.TryGetCode(text, out var code))
                problems.Add($"The value given for column '{name}' must be {condition.Fitting}, but was {(text is null ? "null" : $"'{text}'")}.");
            else codes[condition.Place] = code;
        }
        return problems.Count == 0 ? codes : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(where));
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
        var problems = given.Where(column => !_conditions.ContainsKey(column.Name)).Select(column => NotOne(column.Name)).ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(conditions));
        return [.. given.Select(column => _conditions[column.Name])
            .Select(condition => (condition, InputSchema.Require(conditions, condition.Source, nameof(conditions))))];
    }

    private string NotOne(string name)
    {
        var which = columns.Any(column => column.Name == name) ? "which cannot be given" : "which the generator does not make";
        if (_conditions.Count == 0) return $"No column of this generator can be given, but '{name}' was.";
        var others = _conditions.Count - MostShown;
        return $"A given column must be one of {string.Join(", ", _conditions.Keys.Take(MostShown).Select(key => $"'{key}'"))}"
            + $"{(others > 0 ? $" and {others} more" : "")}, but was '{name}', {which}.";
    }
}
