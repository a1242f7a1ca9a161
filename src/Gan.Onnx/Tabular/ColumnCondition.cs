using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>A column that can be given: from texts and from cells to its codes in the input <see cref="GanTensors.Given"/>.</summary>
internal abstract class ColumnCondition
{
    private const int MostShown = 10;

    private readonly TabularColumn _column;
    private readonly Lazy<Dictionary<string, long>> _categories;

    protected ColumnCondition(TabularColumn column)
    {
        _column = column;
        Source = column.ToOutput() with { Role = "condition" };
        _categories = new(() =>
        {
            var codes = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var code = 0; code < column.Categories.Count; code++) codes.TryAdd(column.Categories[code], code);
            return codes;
        });
    }

    /// <value>The column that conditions are read from.</value>
    public OnnxColumn Source { get; }

    /// <value>Where in a row of <see cref="GanTensors.Given"/> its code stands.</value>
    public int Place => _column.Given!.Value;

    /// <summary>The text of a missing cell in messages.</summary>
    protected abstract string MissingText { get; }

    /// <summary>Whether a cell can say no more than that it is not missing.</summary>
    protected virtual bool HasPresentCells => false;

    /// <summary>The codes of the categories by their texts.</summary>
    protected Dictionary<string, long> Categories => _categories.Value;

    public static ColumnCondition Create(TabularColumn column) => column.ToValue() switch
    {
        WholeValue whole => new ValueCondition<long>(column, whole),
        RealValue real => new ValueCondition<double>(column, real),
        _ => new TextCondition(column),
    };

    /// <summary>The code of a text: a category's, else that of a missing cell for the empty text, or of one that is not missing.</summary>
    public bool TryGetCode(string text, out long code)
    {
        if (Categories.TryGetValue(text, out code) || TryGetOther(text, out code)) return true;
        if (text.Length == 0) return TryGetMissing(out code);
        code = _column.HasMissing ? TabularColumn.Present : TabularColumn.NotGiven;     // where no cell is missing, that says nothing
        return text == TabularGenerator.Present;
    }

    /// <summary>The texts that have a code, for messages.</summary>
    public string Fitting => Fit("''", withPresent: true);

    /// <summary>The code of the current row's cell.</summary>
    /// <exception cref="InvalidOperationException">The getter's: the cell has no code.</exception>
    public abstract ValueGetter<long> Reader(DataViewRow row, DataViewSchema.Column column);

    /// <summary>The code of a category by another text of its value.</summary>
    protected virtual bool TryGetOther(string text, out long code)
    {
        code = TabularColumn.NotGiven;
        return false;
    }

    /// <summary>The text of a category in messages.</summary>
    protected virtual string Show(string category) => category;

    protected bool TryGetMissing(out long code)
    {
        code = TabularColumn.Missing;
        return _column.HasMissing;
    }

    protected InvalidOperationException NoCode<T>(T cell, DataViewRow row) => new(
        $"The condition column '{_column.Name}' must have {Fit(MissingText, HasPresentCells)}, " +
        FormattableString.Invariant($"but had '{cell}' in row {row.Position + 1}."));

    private string Fit(string missing, bool withPresent)
    {
        var fits = _column.Categories.Take(MostShown).Select(category => $"'{Show(category)}'").ToList();
        var others = _column.Categories.Count - fits.Count;
        if (others > 0) fits.Add($"{others} more");
        if (_column.HasMissing) fits.Add($"{missing} (missing)");
        if (withPresent && !Categories.ContainsKey(TabularGenerator.Present)) fits.Add($"'{TabularGenerator.Present}' (not missing)");
        var which = fits.Count == 0 ? "no value" : fits.Count == 1 ? fits[0] : $"one of {string.Join(", ", fits)}";
        return _column.Categories.Count > 0 ? which : $"{which}, since it has numbers instead of categories";
    }
}
