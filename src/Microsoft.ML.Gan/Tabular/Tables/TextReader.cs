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

    private string Keep(ReadOnlySpan<char> text)
    {
        FileText.Require(text, $"Row {_values.Count + 1} of column '{Schema.Name}'");
        return text.ToString();
    }
}
