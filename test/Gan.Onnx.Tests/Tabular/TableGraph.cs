using Gan.Onnx.Graph;

namespace Gan.Onnx.Tests.Tabular;

/// <summary>Writes little tabular generators whose columns each follow one slot of the latent vector, u = (z + 1) / 2 in (0, 1).</summary>
/// <remarks>
/// A column of k categories has code ⌊u k⌋; with missing cells, ⌊u (k + 1)⌋, of which the last is missing. A column of numbers is 10 z,
/// and missing below z = -0.5. If a column is given as present, a missing cell becomes the first category, or 10 z.
/// </remarks>
internal sealed class TableGraph
{
    private readonly int _latentSize;
    private readonly List<(TabularColumn Column, Func<OnnxValue> Cells)> _columns = [];
    private OnnxGraphBuilder _graph = new();
    private OnnxValue? _latent;
    private OnnxValue? _given;
    private int _slot;

    public TableGraph(int latentSize) => _latentSize = latentSize;

    public GanManifest Manifest => new()
    {
        FormatVersion = 2,
        Kind = GanManifest.TabularGeneratorKind,
        LatentSize = _latentSize,
        Prior = LatentPrior.Uniform,
        SampleShape = [],
        Columns = [.. _columns.Select(pair => pair.Column)],
    };

    public byte[] ToModel() => ToModel(Manifest);

    public byte[] ToModel(GanManifest manifest)
    {
        _graph = new OnnxGraphBuilder();
        _latent = _graph.Input("Latent", OnnxElementType.Single, [_latentSize]);
        if (Places > 0) _given = _graph.Input("Given", OnnxElementType.Int64, [Places]);
        foreach (var (slot, (column, cells)) in _columns.Index())
        {
            _slot = slot;
            _graph.Output(column.Tensor, cells());
        }
        return _graph.ToModel(manifest.ToMetadata());
    }

    private int Places => _columns.Count(pair => pair.Column.Given is not null);

    /// <summary>Texts.</summary>
    public TableGraph Texts(string name, bool hasMissing, params string[] categories)
    {
        var column = Column(name, TabularValueType.Text, hasMissing, categories);
        return Add(column, () => _graph.Texts(Codes(column), categories));
    }

    /// <summary>Integers, truth values (0, 1), keys, ticks.</summary>
    public TableGraph Whole(string name, TabularValueType type, bool hasMissing, params (string Text, long Value)[] categories) =>
        Whole(Column(name, type, hasMissing, categories), categories);

    public TableGraph Keys(
        string name, TabularValueType type, int keyCount, string[] keyValues, bool hasMissing, params (string Text, long Value)[] categories) =>
        Whole(Column(name, type, hasMissing, categories) with { KeyCount = keyCount, KeyValues = keyValues }, categories);

    /// <summary>Single or Double numbers that are categories.</summary>
    public TableGraph Reals(string name, TabularValueType type, bool hasMissing, params (string Text, double Value)[] categories)
    {
        var column = Column(name, type, hasMissing, categories);
        double[] values = [.. categories.Select(category => category.Value), double.NaN];
        return Add(column, () => _graph.Cast(
            _graph.Gather(_graph.Constant(values, values.Length), CellsOf(column)), column.ToValue().ElementType));
    }

    /// <summary>Categories of any type, by the common form of its values; those are the missing cells too.</summary>
    public TableGraph Forms<TForm>(string name, TabularValueOf<TForm> value, IEnumerable<TForm> forms)
    {
        var isMissing = forms.ToLookup(value.IsMissing);
        TForm[] categories = [.. isMissing[false]];
        var column = Column(name, value.Type, isMissing.Contains(true), Array.ConvertAll(categories, value.TextOf));
        column = column with { Traits = value.Traits };
        if (value is TextValue) return Add(column, () => _graph.Texts(Codes(column), column.Categories));
        return Add(column, () => _graph.Cast(_graph.Gather(Elements(), CellsOf(column)), value.ElementType));

        OnnxValue Elements() => categories is double[] reals
            ? _graph.Constant([.. reals, double.NaN], reals.Length + 1)
            : _graph.Constant([.. categories.Cast<long>().Select((value as WholeValue)!.ToTensor), 0], categories.Length + 1);
    }

    /// <summary>A column of quantiles: 10 z.</summary>
    public TableGraph Numbers(string name, bool hasMissing)
    {
        var column = new TabularColumn
        {
            Name = name,
            Tensor = Tensor(name),
            Type = TabularValueType.Single,
            Role = "numeric",
            HasMissing = hasMissing,
            Knots = 5,
            Given = hasMissing ? Places : null,
        };
        return Add(column, () =>
        {
            var z = Slot();
            var cells = _graph.Times(z, _graph.Constant([10f]));
            if (!hasMissing) return cells;
            var given = Given(column);
            var isDrawn = _graph.Logical("And", Is(given, TabularColumn.NotGiven), _graph.Compare("Less", z, _graph.Constant([-0.5f])));
            var isMissing = _graph.Logical("Or", Is(given, TabularColumn.Missing), isDrawn);
            return _graph.Where(isMissing, _graph.Constant([float.NaN]), cells);
        });
    }

    private TableGraph Whole(TabularColumn column, (string Text, long Value)[] categories)
    {
        long[] values = [.. categories.Select(category => category.Value), 0];
        return Add(column, () => _graph.Cast(
            _graph.Gather(_graph.Constant(values, values.Length), CellsOf(column)), column.ToValue().ElementType));
    }

    private TableGraph Add(TabularColumn column, Func<OnnxValue> cells)
    {
        _columns.Add((column, cells));
        return this;
    }

    private TabularColumn Column<T>(string name, TabularValueType type, bool hasMissing, (string Text, T)[] categories) =>
        Column(name, type, hasMissing, [.. categories.Select(category => category.Text)]);

    private TabularColumn Column(string name, TabularValueType type, bool hasMissing, string[] categories) => new()
    {
        Name = name,
        Tensor = Tensor(name),
        Type = type,
        Role = "categorical",
        HasMissing = hasMissing,
        Categories = categories,
        Given = Places,
    };

    private static string Tensor(string name) => name is "Latent" or "Given" ? $"{name}_1" : name;

    private OnnxValue Slot() => _graph.Columns(_latent!, _slot, 1);

    private OnnxValue Given(TabularColumn column) => _graph.Columns(_given!, column.Given!.Value, 1);

    /// <summary>Codes from 0, or -2 where missing.</summary>
    private OnnxValue Codes(TabularColumn column)
    {
        var count = column.Categories.Count;
        var u = _graph.Times(_graph.Plus(Slot(), _graph.Constant([1f])), _graph.Constant([(column.HasMissing ? count + 1 : count) / 2f]));
        var last = column.HasMissing ? count : count - 1L;                    // where 1 + z is rounded to 2
        var drawn = _graph.Clip(_graph.Cast(u, OnnxElementType.Int64), null, _graph.Constant([last]));
        var isMissing = _graph.Compare("Equal", drawn, _graph.Constant([(long)count]));
        var given = Given(column);
        var missing = _graph.Where(Is(given, TabularColumn.Present), _graph.Constant([0L]), _graph.Constant([TabularColumn.Missing]));
        var cells = _graph.Where(isMissing, missing, drawn);
        var isGiven = _graph.Logical("Or", Is(given, TabularColumn.Missing), _graph.Compare("GreaterOrEqual", given, _graph.Constant([0L])));
        return _graph.Where(isGiven, given, cells);
    }

    /// <summary>Codes from 0, and behind the last category where missing.</summary>
    private OnnxValue CellsOf(TabularColumn column)
    {
        var codes = Codes(column);
        return _graph.Where(Is(codes, TabularColumn.Missing), _graph.Constant([(long)column.Categories.Count]), codes);
    }

    private OnnxValue Is(OnnxValue codes, long code) => _graph.Compare("Equal", codes, _graph.Constant([code]));
}
