namespace Gan.Tool.Data.Csv;

/// <summary>A column of a CSV file: each different text once, and which of them each row has.</summary>
internal sealed class CsvColumn
{
    private readonly List<string> _texts = [];
    private readonly List<int> _rows = [];
    private readonly Dictionary<string, int> _codes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="header">The name as the file has it.</param>
    /// <param name="name">What it is called here.</param>
    public CsvColumn(string header, string name)
    {
        (Header, Name) = (header, name);
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Header { get; }

    public string Name { get; }

    public IReadOnlyList<string> Texts => _texts;

    /// <value>For each row, the place of its text.</value>
    public IReadOnlyList<int> Rows => _rows;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            _texts.Add(text.ToString());
            _codes[_texts[^1]] = code;
        }
        _rows.Add(code);
    }

    /// <summary>The commonest of some of the texts; "" if there are none.</summary>
    public string Commonest(Func<string, bool> isOne)
    {
        var counts = new int[_texts.Count];
        foreach (var row in _rows) counts[row]++;
        return _texts.Zip(counts).Where(pair => isOne(pair.First)).DefaultIfEmpty((First: "", Second: 0)).MaxBy(pair => pair.Second).First;
    }
}
