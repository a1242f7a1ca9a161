namespace Gan.Evaluation.Tables;

/// <summary>The categories of a column: texts, numbered from 0 in the order in which they are met, in whichever table that is.</summary>
internal sealed class CategoryCodes
{
    private readonly Dictionary<string, int> _codes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [];

    public CategoryCodes(params ReadOnlySpan<string> texts)
    {
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts) CodeOf(text);
    }

    public int Count => _texts.Count;

    /// <value>The code of missing cells, whose text is empty; null if there are none.</value>
    public int? Missing => _codes.TryGetValue("", out var code) ? code : null;

    public string this[int code] => _texts[code];

    /// <summary>The code of a text; a new one if it was not met before.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var code)) return code;
        var added = text.ToString();
        _texts.Add(added);
        return _codes[added] = _texts.Count - 1;
    }
}
