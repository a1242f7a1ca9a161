using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>Writes a trained generator of a table with its whole decoding: latent vectors and conditions in, typed columns out.</summary>
/// <remarks>
/// A latent row is z, then a normal number for each choice, one for each column whose categories share slots, and one for each cell that is drawn
/// anew: Φ of it is the uniform number that decides, so that a latent row decides its sample.
/// </remarks>
internal sealed class TabularExporter
{
    private const float BelowOne = 1 - 2e-6f;                         // a running sum of shares may fall short of 1 by rounding

    private readonly TabularModel _model;
    private readonly TableSchema _schema;
    private readonly OnnxGraphBuilder _graph = new();
    private readonly IReadOnlyList<string> _outputs;
    private readonly OnnxValue _latent;
    private readonly OnnxValue? _uniforms;                            // (N, draws)

    private TabularExporter(TabularModel model)
    {
        _model = model;
        _schema = model.Schema;
        _outputs = TabularTensorNames.Of(_schema.Columns.Select(column => column.Name));
        _latent = _graph.Input(GanTensors.Latent, OnnxElementType.Single, [LatentWidth]);
        if (Draws > 0) _uniforms = _graph.Times(_graph.NormalRank(_graph.Columns(_latent, _model.LatentSize, Draws)), BelowOne);
    }

    private int LatentWidth => _model.LatentSize + Draws;

    private int Draws => _schema.MadeChoices + _schema.SharedColumns.Count + (_model.Refinement?.Draws ?? 0);

    /// <summary>The file of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="metadata">What the file keeps beside its manifest; null for nothing.</param>
    /// <param name="rules">The rules that its rows keep; null for none.</param>
    public static byte[] Write(
        TabularModel model, IReadOnlyDictionary<string, string>? metadata = null, IReadOnlyList<TabularRule>? rules = null) =>
        new TabularExporter(model).Write(metadata ?? new Dictionary<string, string>(), rules ?? []);

    private byte[] Write(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TabularRule> rules)
    {
        var givenNumbers = new GivenNumbers(_graph, _schema);
        var given = new GivenColumns(_graph, _schema, _latent, givenNumbers);
        var z = _graph.Columns(_latent, 0, _model.LatentSize);
        var choices = new ChoiceDecoder(_graph, _schema, RuledOut(given, givenNumbers), Uniform, given);
        var outputs = _model.Generator.ToOnnx(_graph, given.Join(z), choices);
        var numbers = outputs is null ? null : new NumberDecoder(_graph, _model.Maps).Decode(outputs);
        if (numbers is not null) numbers = RowNumbers.Write(_graph, _schema, givenNumbers, choices, numbers);
        if (_model.Refinement is { } refinement)
            numbers = refinement.Write(_graph, choices, numbers, draw => Uniform(_schema.MadeChoices + _schema.SharedColumns.Count + draw));
        var row = new DecodedRow(
            _graph, _schema, choices, given, givenNumbers, numbers,
            _schema.SharedColumns.Index().ToDictionary(column => column.Item.Index, column => Uniform(_schema.MadeChoices + column.Index)));
        foreach (var (column, output) in _schema.Columns.Zip(_outputs).Where(pair => !pair.First.Schema.IsHidden))
            _graph.Output(output, column.Decode(row));
        return ModelFile.Write(_graph, TabularManifest.Of(_schema, _outputs, LatentWidth, rules), metadata);
    }

    /// <summary>What is taken from the logits of the made slots that contradict what is given: (N, slots); null if none can.</summary>
    private OnnxValue? RuledOut(GivenColumns given, GivenNumbers givenNumbers)
    {
        var summands = new[] { RuledOutByCategories(given) }.Concat(_schema.Columns.OfType<DerivedNumberForm>()
            .Select(column => RuledOutBy(column, givenNumbers))).OfType<OnnxValue>().ToList();
        return summands.Count == 0 ? null : summands.Aggregate(_graph.Plus);
    }

    private OnnxValue? RuledOutByCategories(GivenColumns given)
    {
        if (Contradictions.Of(_schema) is not { } contradictions) return null;
        var matrix = _graph.Constant(
            Array.ConvertAll(contradictions, value => value * TabularGeneratorNetwork.RuledOut),
            _schema.Layout.DerivedSlots, _schema.Layout.MadeSlots);
        var derived = _graph.Columns(given.Slots(), _schema.Layout.MadeSlots, _schema.Layout.DerivedSlots);
        return _graph.Add("MatMul", [derived, matrix], OnnxElementType.Single, [OnnxValue.Batch, _schema.Layout.MadeSlots]);
    }

    /// <summary>What a given number that follows from a category takes from those that it does not follow from.</summary>
    private OnnxValue? RuledOutBy(DerivedNumberForm column, GivenNumbers givenNumbers)
    {
        var (given, source) = (givenNumbers.Of(column)!, _schema.Choices[_schema.Columns[column.Source].ValueChoice!.Value]);
        var isOther = _graph.Logical("And", given.IsGiven, _graph.Elementwise("Not", _graph.Compare(
            "Equal", _graph.Constant([.. column.PointOf], 1, column.PointOf.Count), givenNumbers.PointsOf(column, given.Points))));
        var places = new float[source.Size * _schema.Layout.MadeSlots];
        for (var slot = 0; slot < source.Size; slot++)
            places[slot * _schema.Layout.MadeSlots + source.Offset + slot] = TabularGeneratorNetwork.RuledOut;
        return _graph.Add(
            "MatMul", [_graph.Cast(isOther, OnnxElementType.Single), _graph.Constant(places, source.Size, _schema.Layout.MadeSlots)],
            OnnxElementType.Single, [OnnxValue.Batch, _schema.Layout.MadeSlots]);
    }

    /// <summary>The uniform number of a draw, (N, 1).</summary>
    private OnnxValue Uniform(int draw) => _graph.Columns(_uniforms!, draw, 1);
}
