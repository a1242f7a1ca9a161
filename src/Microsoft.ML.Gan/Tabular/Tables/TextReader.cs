using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Personal;
using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Texts; empty where missing.</summary>
internal sealed class TextReader(string name, CellReader<ReadOnlyMemory<char>> cells) : ColumnReader(name, cells.Value)
{
    private readonly List<string> _values = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = new HashSet<string>().GetAlternateLookup<ReadOnlySpan<char>>();
    private const int FewTexts = 1_000;

    private int _longest;

    public override void Read(long row, int place)
    {
        var span = cells.Next().Span;
        if (place >= 0) Keep(_values, place, Known(span, row));
        if (All is not null) Count(span);
    }

    protected override void CountKept(Func<long, bool> coin) => _values.ForEach(text => Count(text));

    public override TableColumn ToColumn(TabularColumnRole? role, int leastRows) => role is null or TabularColumnRole.Categorical
        ? ToCategories(_values, text => text.Length == 0, text => new Category(text, 0, 0, 0), text => CellHash.Of(text), leastRows)
        : throw Unfit(role.Value);

    protected override (long All, long Missing) Cells() => (_values.Count, _values.Count(text => text.Length == 0));

    protected override IdentifierPattern? FindPattern(bool isAsked, int leastRows)
    {
        string[] present = [.. _values.Where(text => text.Length > 0)];
        if (!isAsked && !AreNames()) return null;
        var pattern = IdentifierLearner.OfTexts(present);
        return All is null ? pattern : IdentifierLearner.Beyond(pattern, _longest);

        bool AreNames() => All is null
            ? TextReader.AreNames([.. present.CountBy(text => text).Select(pair => pair.Value)], leastRows)
            : Identifiers.AreNames(All.SingleCount, All.Count - All.MissingCount);
    }

    protected override PersonalKind? FindPersonal(bool isAsked, int leastRows)
    {
        var counts = _values.Where(text => text.Length > 0).CountBy(text => text).ToDictionary();
        var isOfFewRows = PersonalData.AreRare(All?.Counts ?? [.. counts.Values.Select(count => (long)count)], leastRows);
        return isAsked || isOfFewRows ? PersonalData.Find(Schema.Name, counts.Keys) : null;
    }

    /// <summary>Whether texts name rows: most occur once. Of few texts that must be so, too, and none be a category.</summary>
    private static bool AreNames(int[] counts, int leastRows) => Identifiers.AreNames(counts)
        || (counts.Sum() >= leastRows && 2 * counts.Count(count => count == 1) > counts.Sum() && counts.Max() < leastRows);

    private void Count(ReadOnlySpan<char> text)
    {
        All!.Add(text.IsEmpty ? null : CellHash.Of(text));
        _longest = Math.Max(_longest, text.Length);
    }

    /// <summary>A text, the same string for each row that has it.</summary>
    private string Known(ReadOnlySpan<char> text, long row)
    {
        if (_known.TryGetValue(text, out var known)) return known;
        FileText.Require(text, $"Row {row + 1} of column '{Schema.Name}'");
        if (_known.Set.Count > 2 * _values.Count + FewTexts)          // most of them are of rows that others have replaced
        {
            _known.Set.Clear();
            _known.Set.UnionWith(_values);
        }
        _known.Set.Add(known = text.ToString());
        return known;
    }
}
