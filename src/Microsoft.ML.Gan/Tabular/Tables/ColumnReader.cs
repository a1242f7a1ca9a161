using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Takes in a column's values row by row, and finds the role that they have.</summary>
/// <param name="name">The column's name.</param>
/// <param name="value">The type of the values, as those that were read so far show it.</param>
internal abstract class ColumnReader(string name, Func<TabularValue> value)
{
    /// <summary>A column of numbers with at most so many different ones is taken for one of categories.</summary>
    private const int FewValues = 20;

    private const double LeastShare = 0.9;                            // of its rows that have one of enough rows

    protected ColumnSchema Schema => new(name, value());

    public abstract void Read();

    /// <summary>The column that was read.</summary>
    /// <param name="role">The role to take; null for what the values look like.</param>
    /// <param name="leastRows">The fewest rows of a category.</param>
    /// <exception cref="ArgumentException">The column can't have this role.</exception>
    public abstract TableColumn ToColumn(TabularColumnRole? role, int leastRows);

    public static ColumnReader Create(DataViewRow row, DataViewSchema.Column column, TabularValue value) => value switch
    {
        WholeValue whole => new WholeReader(column.Name, whole.Read(row, column)),
        RealValue real => new RealReader(column.Name, real.Read(row, column), real.IsSingle),
        _ => new TextReader(column.Name, ((TextValue)value).Read(row, column)),
    };

    protected ArgumentException Unfit(TabularColumnRole role) => new(
        $"The role of column '{name}' must fit its type, but {value().Type} can't be {role}. " +
        $"Use {(value().IsNominal ? nameof(TabularColumnRole.Categorical) : "another role")}, or leave it to be inferred.");

    /// <summary>Whether numbers look like categories: few, and hardly any that too few rows have.</summary>
    protected static bool AreFew<T>(IEnumerable<T> present, int leastRows)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var value in present)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > FewValues) return false;
        }
        return counts.Values.Where(count => count >= leastRows).Sum() >= LeastShare * counts.Values.Sum();
    }

    /// <summary>Codes in the order of the categories, the commonest first and equals in the order of their first rows.</summary>
    protected CategoryColumn ToCategories<T>(IReadOnlyList<T> values, Func<T, bool> isMissing, Func<T, Category> describe)
        where T : notnull
    {
        var places = new Dictionary<T, int>();
        var counts = new List<int>();
        var codes = new int[values.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            if (isMissing(values[row]))
            {
                codes[row] = CategoryColumn.Missing;
                continue;
            }
            if (!places.TryGetValue(values[row], out var place)) places.Add(values[row], place = places.Count);
            if (place == counts.Count) counts.Add(0);
            counts[place]++;
            codes[row] = place;
        }
        var order = Enumerable.Range(0, counts.Count).OrderByDescending(place => counts[place]).ToArray();
        var codeOf = new int[order.Length];
        for (var code = 0; code < order.Length; code++) codeOf[order[code]] = code;
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] >= 0) codes[row] = codeOf[codes[row]];
        var byPlace = places.ToDictionary(pair => pair.Value, pair => pair.Key);
        return new CategoryColumn(Schema, codes, [.. order.Select(place => describe(byPlace[place]) with { Count = counts[place] })]);
    }
}
