using Gan.Onnx;
using Gan.Onnx.Rules;

namespace Microsoft.ML.Gan;

/// <summary>Columns and constants in order: <c>start &lt;= end</c>, <c>0 &lt; low &lt;= high</c>, <c>joined &gt;= 2001-01-01</c>.</summary>
internal sealed class InequalityRule(IReadOnlyList<RuleOperand> operands, IReadOnlyList<bool> areStrict)
    : TabularRule(operands.Select(operand => operand.Column).OfType<string>())
{
    private protected override bool ComparesNumbers => true;

    internal override IEnumerable<RuleConstraint> Constraints => Pairs().Select(pair => pair switch
    {
        ({ Constant: { } least }, { Column: { } column }, var isStrict) => new ColumnLimit(column, least, IsGreatest: false, isStrict),
        ({ Column: { } column }, { Constant: { } greatest }, var isStrict) => new ColumnLimit(column, greatest, IsGreatest: true, isStrict),
        ({ Column: { } lesser }, { Column: { } greater }, var isStrict) => new ColumnOrder(lesser, greater, isStrict),
        _ => (RuleConstraint?)null,
    }).OfType<RuleConstraint>();

    /// <summary>Reads comparisons that all point the same way; null for another text.</summary>
    public static InequalityRule? TryParse(string text)
    {
        var (parts, signs) = RuleText.Split(text, "<=", ">=", "<", ">");
        if (signs.Count == 0 || parts.Any(part => part.Length == 0) || signs.DistinctBy(sign => sign[0]).Count() > 1) return null;
        var (operands, areStrict) = (parts.Select(RuleOperand.Parse), signs.Select(sign => sign.Length == 1));
        return signs[0][0] == '<' ? new([.. operands], [.. areStrict]) : new([.. operands.Reverse()], [.. areStrict.Reverse()]);
    }

    public override string ToString() => string.Concat(operands.Select(
        (operand, place) => place == 0 ? $"{operand}" : $" {(areStrict[place - 1] ? "<" : "<=")} {operand}"));

    internal override RuleCheck On(DataViewRow row)
    {
        var values = operands.Select(operand => operand.Column is { } name ? RuleCells.Numbers(row, name) : Constant(operand, row.Schema)).ToArray();
        var numbers = new decimal?[values.Length];
        var pairs = Enumerable.Range(0, values.Length)
            .SelectMany(low => Enumerable.Range(low + 1, values.Length - low - 1).Select(high => (low, high, IsStrict(low, high)))).ToArray();
        return new(() =>
        {
            for (var place = 0; place < values.Length; place++) numbers[place] = values[place]();
            return Array.TrueForAll(
                pairs, pair => numbers[pair.low] is not { } low || numbers[pair.high] is not { } high || (pair.Item3 ? low < high : low <= high));
        });
    }

    internal override IEnumerable<string> Problems(DataViewSchema schema)
    {
        if (ColumnNames.Count == 0)
        {
            yield return $"The rule '{this}' must name a column, but has constants alone. Put a name that looks like a number into quotes.";
            yield break;
        }
        if (operands.Select(operand => operand.Column).OfType<string>().Count() > ColumnNames.Count)
            yield return $"The rule '{this}' must name each column once. Leave out what is named twice.";
        foreach (var problem in base.Problems(schema)) yield return problem;
        if (schema.GetColumnOrNull(ColumnNames[0]) is not { } column || TabularValues.Of(column) is not { IsNominal: false } value) yield break;
        foreach (var constant in operands.Select(operand => operand.Constant).Where(constant => constant is not null && constant.In(value) is null))
        {
            yield return $"The constant '{constant!.Text}' of the rule '{this}' must be such as column '{column.Name}' has, which is {value.Type}. "
                + "Write dates as 2024-02-29.";
        }
    }

    private Func<decimal?> Constant(RuleOperand operand, DataViewSchema schema)
    {
        var number = operand.Constant!.In(TabularValues.Of(schema[ColumnNames[0]])!);
        return () => number;
    }

    private IEnumerable<(RuleOperand Low, RuleOperand High, bool IsStrict)> Pairs() => Enumerable.Range(0, operands.Count)
        .SelectMany(low => Enumerable.Range(low + 1, operands.Count - low - 1).Select(high => (operands[low], operands[high], IsStrict(low, high))));

    private bool IsStrict(int low, int high) => areStrict.Skip(low).Take(high - low).Any(isStrict => isStrict);
}
