namespace Gan.Evaluation.Tables;

/// <summary>The categories of a column: texts, numbered from 0 in the order in which they are met, in whichever table that is.</summary>
internal sealed class CategoryCodes
{
    private readonly Dictionary<string, int> _codes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [];
    private TruthSpellings? _truths;

    public CategoryCodes(params ReadOnlySpan<string> texts)
    {
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts) CodeOf(text);
    }

    public int Count => _texts.Count;

    /// <value>The code of missing cells, whose text is empty; null if there are none.</value>
    public int? Missing => _codes.TryGetValue("", out var code) ? code : null;

    /// <value>Whether the categories were settled as truth values.</value>
    public bool AreTruths => _truths is { IsEmpty: false };

    public string this[int code] => _texts[code];

    /// <summary>If all texts so far are truth values, other spellings of them have their codes from now on. The first call decides.</summary>
    public void Settle() => _truths ??= TruthSpellings.Of(_texts);

    /// <summary>The code of a text; a new one if it was not met before.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var code)) return code;
        if (_truths?.KnownAs(text) is { } known) return _codes[known];
        var added = text.ToString();
        _texts.Add(added);
        return _codes[added] = _texts.Count - 1;
    }
}
