using System.Globalization;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Makes the rules that rows of a table keep.</summary>
/// <remarks>A new rule is a file beside this one, and a line in the list of readers if it has a text.</remarks>
public static class TabularRules
{
    private static readonly Func<string, TabularRule?>[] Readers =
    [
        CombinationsRule.TryParse, OneHotRule.TryParse, IncrementsRule.TryParse, UniqueRule.TryParse, PositiveRule.TryParse,
        InequalityRule.TryParse, SumRule.TryParse,
    ];

    /// <summary>A number or date is at most another one of its row.</summary>
    /// <param name="lesser">The column of the one.</param>
    /// <param name="greater">The column of the other.</param>
    /// <param name="isStrict">Whether they may not be equal.</param>
    public static TabularRule Inequality(string lesser, string greater, bool isStrict = false) =>
        new InequalityRule([new(Require(lesser), null), new(Require(greater), null)], [isStrict]);

    /// <summary>Columns and constants in order.</summary>
    /// <param name="comparisons">Such as <c>start &lt;= end</c>, <c>0 &lt; low &lt;= high</c> or <c>joined &gt;= 2001-01-01</c>.</param>
    /// <exception cref="ArgumentException">It is none, or its signs point both ways.</exception>
    public static TabularRule Inequality(string comparisons) => InequalityRule.TryParse(Require(comparisons)) ?? throw new ArgumentException(
        $"An inequality must compare columns and constants by <, <=, > or >= that point one way, but was '{comparisons}'.", nameof(comparisons));

    /// <summary>Numbers from a least to a greatest one.</summary>
    /// <param name="column">The column.</param>
    /// <param name="least">The least; null for none.</param>
    /// <param name="greatest">The greatest; null for none.</param>
    /// <exception cref="ArgumentException">Neither is given, or one is no number.</exception>
    public static TabularRule Range(string column, double? least = null, double? greatest = null) =>
        Range(column, Text(least), Text(greatest));

    /// <summary>Dates from a least to a greatest one.</summary>
    /// <param name="column">The column.</param>
    /// <param name="least">The least; null for none.</param>
    /// <param name="greatest">The greatest; null for none.</param>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    public static TabularRule Range(string column, DateTime? least, DateTime? greatest) => Range(
        column, least?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        greatest?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>Columns whose cells go together only as they do in the table: a town, its state and its country.</summary>
    /// <param name="columns">The columns; at least two.</param>
    public static TabularRule FixedCombinations(params string[] columns) => new CombinationsRule(Require(columns, least: 2));

    /// <summary>Numbers that are a start and whole steps.</summary>
    /// <param name="column">The column.</param>
    /// <param name="step">The step. Range: > 0.</param>
    /// <param name="start">The start. Default 0.</param>
    public static TabularRule FixedIncrements(string column, decimal step, decimal start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return new IncrementsRule(Require(column), step, start);
    }

    /// <summary>A total that is the sum of its parts, of which a missing one counts as 0.</summary>
    /// <param name="total">The column of the total.</param>
    /// <param name="parts">The columns of its parts; at least two.</param>
    public static TabularRule Sum(string total, params string[] parts) => new SumRule(Require(total), Require(parts, least: 2));

    /// <summary>Columns of which exactly one is 1, or true, and the others are 0.</summary>
    /// <param name="columns">The columns; at least two.</param>
    public static TabularRule OneHot(params string[] columns) => new OneHotRule(Require(columns, least: 2));

    /// <summary>Columns whose cells, all together, no two rows of a seed have; rows with a missing cell among them are left out.</summary>
    /// <remarks>A row that has what one before it has is drawn again: the file alone, run by another runtime, does not.</remarks>
    /// <param name="columns">The columns; at least one.</param>
    public static TabularRule Unique(params string[] columns) => new UniqueRule(Require(columns, least: 1));

    /// <summary>Numbers greater than 0.</summary>
    /// <param name="column">The column.</param>
    public static TabularRule Positive(string column) => new PositiveRule(Require(column));

    /// <summary>A predicate of one's own: rows that break it are drawn again, by the transformer that was trained with it.</summary>
    /// <remarks>The file can't have it: a generator that is loaded makes rows that break it.</remarks>
    /// <param name="name">What the rule is called in messages.</param>
    /// <param name="predicate">Whether a row keeps it; rows may be read by several threads, each with a row of its own.</param>
    public static TabularRule Custom(string name, Predicate<TabularRow> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new CustomRule(Require(name), predicate);
    }

    /// <summary>The rule of a text, as <see cref="TabularRule.ToString"/> writes it.</summary>
    /// <param name="text">
    /// <c>a &lt;= b &lt; 10</c>, <c>total = net + tax</c>, <c>combinations: town, state</c>, <c>increments: price by 0.25 from 0.10</c>,
    /// <c>one-hot: a, b, c</c>, <c>unique: year, number</c> or <c>positive: price</c>. A name with a sign in it stands in double quotes.
    /// </param>
    /// <exception cref="ArgumentException">It is no rule.</exception>
    public static TabularRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text) ?? throw new ArgumentException(
            $"A rule must be such as 'a <= b', 'total = net + tax', 'combinations: a, b', 'increments: a by 5', 'one-hot: a, b', 'unique: a' or " +
            $"'positive: a', but was '{text}'. Put names with signs in them into double quotes.", nameof(text));
    }

    /// <summary>The rule of a text; null if it is none.</summary>
    internal static TabularRule? TryParse(string text) => Readers.Select(reader => reader(text.Trim())).FirstOrDefault(rule => rule is not null);

    /// <summary>The rules of lines; those that are blank or begin with # are passed over.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="ArgumentException">A line is no rule.</exception>
    public static IReadOnlyList<TabularRule> ParseAll(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    private static InequalityRule Range(string column, string? least, string? greatest)
    {
        if (least is null && greatest is null)
            throw new ArgumentException($"The range of column '{column}' must have a least or a greatest value, but has neither.", nameof(least));
        RuleOperand?[] all = [Operand(least), new(Require(column), null), Operand(greatest)];
        RuleOperand[] operands = [.. all.OfType<RuleOperand>()];
        return new(operands, new bool[operands.Length - 1]);

        static RuleOperand? Operand(string? text) => text is null ? null : new(null, new RuleConstant(text));
    }

    private static string? Text(double? number) => number is null or (> -7e28 and < 7e28)
        ? number?.ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentException($"The ends of a range must be finite numbers, but one was {number}. Leave it out.", nameof(number));

    private static string Require(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return text;
    }

    private static IReadOnlyList<string> Require(string[] columns, int least)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns) Require(column);
        return columns.Length >= least && columns.Distinct().Count() == columns.Length ? columns : throw new ArgumentException(
            $"A rule of this kind must name at least {least} different columns, but names {columns.Length}.", nameof(columns));
    }
}
