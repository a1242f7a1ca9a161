using Gan.Evaluation.Tables;
using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Takes in a column's values row by row, and finds the role that they have.</summary>
/// <param name="name">The column's name.</param>
/// <param name="value">The type of the values, as those that were read so far show it.</param>
internal abstract class ColumnReader(string name, Func<TabularValue> value)
{
    /// <summary>A column of numbers with at most so many different ones is taken for one of categories.</summary>
    private const int FewValues = 20;

    private const int LeastMissing = 5;                               // fewer missing cells are not told

    /// <summary>The room of a sketch's top level: 200,000 values together, and ranks within 0.0001.</summary>
    protected const int SketchSize = 1 << 16;

    /// <summary>The chance at which a quantile's rank may be further off than is said.</summary>
    protected const double RankErrorChance = 0.01;

    private const double LeastShare = 0.9;                            // of its rows that have one of enough rows

    protected ColumnSchema Schema => new(name, value());

    /// <value>What is known of all rows, where those that are kept are a sample of them; null where they are all.</value>
    protected AllRows? All { get; private set; }

    /// <summary>Reads the cell of the row that the cursor is at.</summary>
    /// <param name="row">The row's number, from 0.</param>
    /// <param name="place">Where it is kept, the next place or one that is taken; negative for nowhere.</param>
    public abstract void Read(long row, int place);

    /// <summary>From here on tells of all rows, the kept ones among them, what can be told of a sample of them.</summary>
    /// <param name="coin">Decides, by the number of the toss.</param>
    public void BeginSample(Func<long, bool> coin)
    {
        All = new();
        CountKept(coin);
    }

    /// <value>How far a quantile's rank may be off, at a chance of a hundredth; null where none was sketched.</value>
    public virtual double? RankError => null;

    /// <summary>Counts the rows that are kept as rows of all.</summary>
    /// <param name="coin">Decides, by the number of the toss.</param>
    protected abstract void CountKept(Func<long, bool> coin);

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
        var (rows, missing) = All is null ? Cells() : (All.Count, All.MissingCount);
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
    protected abstract (long All, long Missing) Cells();

    /// <summary>How whole numbers look as identifiers; null if they are none.</summary>
    /// <param name="numbers">Those that are kept.</param>
    /// <param name="range">The least and the greatest of all rows, where those that are kept are a sample.</param>
    /// <param name="isAsked">Whether they are said to be some.</param>
    protected IdentifierPattern? FindPattern(long[] numbers, (long Least, long Greatest) range, bool isAsked)
    {
        if (value().Wholes is not (var least, var greatest) || numbers.Length == 0) return null;
        Array.Sort(numbers);
        if (numbers[0] < least || numbers[^1] > greatest) return null;
        if (!isAsked && !AreIdentifiers()) return null;
        var found = All is null
            ? IdentifierNumbers.Beside(numbers.ToHashSet(), least, greatest)
            : IdentifierNumbers.Behind(range.Least, range.Greatest, least, greatest);
        return isAsked || found.Capacity > 2 * (UInt128)(All?.Count ?? numbers.Length) ? new() { Numbers = found } : null;

        bool AreIdentifiers() => All is null
            ? Identifiers.AreNumbers(Array.ConvertAll(numbers, number => (double)number))
            : Identifiers.AreNumbers(All.Count - All.MissingCount, (double)range.Greatest - range.Least + 1, All.RepeatCount);
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
    protected bool AreFew<T>(IEnumerable<T> present, int leastRows)
        where T : notnull
    {
        if (All is { OneOf: 1 }) return AreFew(All.Counts, leastRows);
        if (All is not null) return false;
        var counts = new Dictionary<T, long>();
        foreach (var value in present)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > FewValues) return false;
        }
        return AreFew(counts.Values, leastRows);
    }

    private static bool AreFew(IReadOnlyCollection<long> counts, int leastRows) =>
        counts.Count <= FewValues && counts.Where(count => count >= leastRows).Sum() >= LeastShare * counts.Sum();

    /// <summary>Keeps a value at a place of a list, the next one or one that is taken; or nowhere, if it is negative.</summary>
    protected static void Keep<T>(List<T> values, int place, T value)
    {
        if (place == values.Count) values.Add(value);
        else if (place >= 0) values[place] = value;
    }

    /// <summary>Codes in the order of the categories, the commonest first and equals in the order of their first rows.</summary>
    /// <param name="values">The values that are kept.</param>
    /// <param name="isMissing">Which of them are none.</param>
    /// <param name="describe">A value as a category.</param>
    /// <param name="hash">A value's <see cref="CellHash"/>.</param>
    /// <param name="leastRows">The fewest rows of a category.</param>
    protected CategoryColumn ToCategories<T>(
        IReadOnlyList<T> values, Func<T, bool> isMissing, Func<T, Category> describe, Func<T, ulong> hash, int leastRows)
        where T : notnull
    {
        var (codes, categories) = CategoryCoding.Of(
            values, isMissing, All is null ? null : (value, count) => All.CountOf(hash(value), count, values.Count, leastRows));
        return new CategoryColumn(Schema, codes, [.. categories.Select(category => describe(category.Value) with { Count = category.Count })])
        {
            Whole = WholeOf(null),
        };
    }

    /// <summary>What all rows say of the column; null where those that are kept are all.</summary>
    protected WholeColumn? WholeOf(SketchedRanks? ranks) => All is null ? null : new(All.Count, All.MissingCount, ranks);
}
