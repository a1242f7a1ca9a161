using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Personal;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Texts; empty where missing.</summary>
internal sealed class TextReader(string name, CellReader<ReadOnlyMemory<char>> cells) : ColumnReader(name, cells.Value)
{
    private readonly List<string> _values = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known =
        new Dictionary<string, string>().GetAlternateLookup<ReadOnlySpan<char>>();

    public override void Read()
    {
        var span = cells.Next().Span;
        if (!_known.TryGetValue(span, out var text)) _known[span] = text = Keep(span);
        _values.Add(text);
    }

    public override TableColumn ToColumn(TabularColumnRole? role, int leastRows) => role is null or TabularColumnRole.Categorical
        ? ToCategories(_values, text => text.Length == 0, text => new Category(text, 0, 0, 0))
        : throw Unfit(role.Value);

    protected override (int All, int Missing) Cells() => (_values.Count, _values.Count(text => text.Length == 0));

    protected override IdentifierPattern? FindPattern(bool isAsked, int leastRows)
    {
        string[] present = [.. _values.Where(text => text.Length > 0)];
        return isAsked || AreNames([.. present.CountBy(text => text).Select(pair => pair.Value)], leastRows)
            ? IdentifierLearner.OfTexts(present)
            : null;
    }

    protected override PersonalKind? FindPersonal(bool isAsked, int leastRows)
    {
        var counts = _values.Where(text => text.Length > 0).CountBy(text => text).ToDictionary();
        return isAsked || PersonalData.AreRare(counts.Values, leastRows) ? PersonalData.Find(Schema.Name, counts.Keys) : null;
    }

    /// <summary>Whether texts name rows: most occur once. Of few texts that must be so, too, and none be a category.</summary>
    private static bool AreNames(int[] counts, int leastRows) => Identifiers.AreNames(counts)
        || (counts.Sum() >= leastRows && 2 * counts.Count(count => count == 1) > counts.Sum() && counts.Max() < leastRows);

    private string Keep(ReadOnlySpan<char> text)
    {
        FileText.Require(text, $"Row {_values.Count + 1} of column '{Schema.Name}'");
        return text.ToString();
    }
}
