using Gan.Evaluation.Tables;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Takes in a column's values row by row, and finds the role that they have.</summary>
/// <param name="name">The column's name.</param>
/// <param name="value">The type of the values, as those that were read so far show it.</param>
internal abstract class ColumnReader(string name, Func<TabularValue> value)
{
    /// <summary>A column of numbers with at most so many different ones is taken for one of categories.</summary>
    private const int FewValues = 20;

    private const int LeastMissing = 5;                               // fewer missing cells are not told

    private const double LeastShare = 0.9;                            // of its rows that have one of enough rows

    protected ColumnSchema Schema => new(name, value());

    public abstract void Read();

    /// <summary>The column that was read.</summary>
    /// <param name="role">The role to take; null for what the values look like.</param>
    /// <param name="leastRows">The fewest rows of a category.</param>
    /// <exception cref="ArgumentException">The column can't have this role.</exception>
    public abstract TableColumn ToColumn(TabularColumnRole? role, int leastRows);

    /// <summary>The column as one that names rows; null if it is none.</summary>
    /// <param name="role">The role to take; null for what the values look like.</param>
    /// <param name="leastRows">The fewest rows of a category.</param>
    /// <exception cref="ArgumentException">The column can't have this role.</exception>
    public TabularIdentifier? ToIdentifier(TabularColumnRole? role, int leastRows)
    {
        if (role is not (null or TabularColumnRole.Identifier or TabularColumnRole.Personal)) return null;
        var personal = role == TabularColumnRole.Identifier ? null : FindPersonal(isAsked: role is not null, leastRows);
        if (role == TabularColumnRole.Personal && personal is null) throw NotPersonal();
        if (FindPattern(role is not null || personal is not null, leastRows) is not { } pattern)
            return role is null ? null : throw Unfit(TabularColumnRole.Identifier);
        var (rows, missing) = Cells();
        var share = missing == 0 ? 0 : (double)Math.Max(missing, Math.Min(rows, LeastMissing)) / rows;
        return new()
        {
            Name = name,
            Type = value().Type,
            Pattern = pattern,
            Personal = personal,
            MissingShare = ToldShare.Of(share),
            IsFound = role is null,
        };
    }

    /// <summary>What personal data the values are; null if they are none.</summary>
    /// <param name="isAsked">Whether they are said to be some.</param>
    /// <param name="leastRows">As many rows of a value are no few.</param>
    protected virtual PersonalKind? FindPersonal(bool isAsked, int leastRows) => null;

    /// <summary>How the values look as identifiers; null if they are none.</summary>
    /// <param name="isAsked">Whether they are said to be some.</param>
    /// <param name="leastRows">The fewest rows of a category.</param>
    protected abstract IdentifierPattern? FindPattern(bool isAsked, int leastRows);

    /// <summary>How many cells there are, and how many of them are missing.</summary>
    protected abstract (int All, int Missing) Cells();

    /// <summary>How whole numbers look as identifiers; null if they are none.</summary>
    protected IdentifierPattern? FindPattern(long[] numbers, bool isAsked)
    {
        if (value().Wholes is not (var least, var greatest) || numbers.Length == 0) return null;
        Array.Sort(numbers);
        if (numbers[0] < least || numbers[^1] > greatest) return null;
        if (!isAsked && !Identifiers.AreNumbers(Array.ConvertAll(numbers, number => (double)number))) return null;
        var found = IdentifierNumbers.Beside(numbers.ToHashSet(), least, greatest);
        return isAsked || found.Capacity > 2 * (UInt128)numbers.Length ? new() { Numbers = found } : null;
    }

    public static ColumnReader Create(DataViewRow row, DataViewSchema.Column column, TabularValue value) => value switch
    {
        WholeValue whole => new WholeReader(column.Name, whole.Read(row, column)),
        RealValue real => new RealReader(column.Name, real.Read(row, column), real.IsSingle),
        _ => new TextReader(column.Name, ((TextValue)value).Read(row, column)),
    };

    protected ArgumentException Unfit(TabularColumnRole role) => new(
        $"The role of column '{name}' must fit its type, but {value().Type} can't be {role}. " +
        $"Use {(value().IsNominal ? nameof(TabularColumnRole.Categorical) : "another role")}, or leave it to be inferred.");

    private ArgumentException NotPersonal() => new(
        $"Column '{name}' must look like one of {string.Join(", ", Enum.GetNames<PersonalKind>())} to be {TabularColumnRole.Personal}, by its name " +
        $"and its values. Rename it, as to 'full name', or use {TabularColumnRole.Identifier}.");

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
        var (codes, categories) = CategoryCoding.Of(values, isMissing);
        return new CategoryColumn(Schema, codes, [.. categories.Select(category => describe(category.Value) with { Count = category.Count })]);
    }
}
