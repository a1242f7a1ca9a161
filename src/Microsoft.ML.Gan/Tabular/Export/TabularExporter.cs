using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>Writes a trained generator of a table with its whole decoding: latent vectors and conditions in, typed columns out.</summary>
/// <remarks>
/// A latent row is z, then a normal number for each choice, one for each column whose categories share slots, and one for each choice that is drawn anew: Φ of it is the
/// uniform number that decides, so that a latent row decides its sample.
/// </remarks>
internal sealed class TabularExporter
{
    private const float BelowOne = 1 - 2e-6f;                         // a running sum of shares may fall short of 1 by rounding

    private readonly TabularModel _model;
    private readonly TableEncoding _encoding;
    private readonly OnnxGraphBuilder _graph = new();
    private readonly TabularTensorNames _names;
    private readonly OnnxValue _latent;
    private readonly OnnxValue? _uniforms;                            // (N, draws)

    private TabularExporter(TabularModel model)
    {
        _model = model;
        _encoding = model.Encoding;
        _names = new TabularTensorNames(_encoding.Table.Columns.Select(column => column.Name));
        _latent = _graph.Input(GanTensors.Latent, OnnxElementType.Single, [LatentWidth]);
        if (Draws > 0) _uniforms = _graph.Times(_graph.NormalRank(_graph.Columns(_latent, _model.LatentSize, Draws)), BelowOne);
    }

    private int LatentWidth => _model.LatentSize + Draws;

    private int Draws => _encoding.MadeChoices + SharedColumns.Count + (_model.Dependencies?.Drawn.Count ?? 0);

    private List<CategoryEncoding> SharedColumns => [.. _encoding.Columns.OfType<CategoryEncoding>().Where(column => !column.Slots.IsOneToOne)];

    public static byte[] Write(TabularModel model) => new TabularExporter(model).Write();

    private byte[] Write()
    {
        var given = new GivenColumns(_graph, _encoding, _names, _latent);
        var z = _graph.Columns(_latent, 0, _model.LatentSize);
        var choices = new ChoiceDecoder(_graph, _encoding, RuledOut(given), Uniform, given);
        var outputs = _model.Generator.ToOnnx(_graph, given.Join(z), choices);
        var (numbers, ranks) = outputs is null ? (null, null) : new NumberDecoder(_graph, _model.Scales).Decode(outputs);
        if (_model.Dependencies is not null) numbers = new GibbsSweep(_graph, _encoding, _model.Dependencies, choices).Run(numbers, ranks, place => Uniform(_encoding.MadeChoices + SharedColumns.Count + place));
        var categories = new CategoryDecoder(_graph, choices, given, SharedColumns.Select((column, place) => (column, Uniform(_encoding.MadeChoices + place))));
        var steps = numbers is null ? null : new NumberPoints(_graph, _encoding, numbers);
        var values = new ColumnValues(_graph);
        foreach (var (column, index) in _encoding.Columns.Select((column, index) => (column, index)))
        {
            _graph.Output(_names.Outputs[index], column switch
            {
                CategoryEncoding category => values.OfCategories(category.Categories, categories.Decode(category)),
                NumberEncoding number => values.OfNumbers(number.Numbers, steps!.Of(number), choices.IsMissing(number)),
                DerivedEncoding derived => Derive(derived, categories, values),
                _ => throw new InvalidOperationException($"Columns of {column.GetType()} have no decoding."),
            });
        }
        return _graph.ToModel(TabularManifest.Of(_encoding, _names, LatentWidth).ToMetadata());
    }

    /// <summary>What is taken from the logits of the made slots that contradict what is given: (N, slots); null if none can.</summary>
    private OnnxValue? RuledOut(GivenColumns given)
    {
        if (Contradictions.Of(_encoding) is not { } contradictions) return null;
        var matrix = _graph.Constant(Array.ConvertAll(contradictions, value => value * TabularGeneratorNetwork.RuledOut), _encoding.DerivedSlots, _encoding.MadeSlots);
        var derived = _graph.Columns(given.Slots(), _encoding.MadeSlots, _encoding.DerivedSlots);
        return _graph.Add("MatMul", [derived, matrix], OnnxElementType.Single, [OnnxValue.Batch, _encoding.MadeSlots]);
    }

    private OnnxValue Derive(DerivedEncoding column, CategoryDecoder categories, ColumnValues values)
    {
        var source = _encoding.Columns.OfType<CategoryEncoding>().Single(other => other.Column == column.Source);
        var decided = categories.Decode(source);
        if (column.Column is CategoryColumn target)
        {
            var consequences = Array.ConvertAll(column.RowOfCategory, row => (long)target.Codes[row]);
            return values.OfCategories(target, categories.Derive(column, _graph.Gather(_graph.Constant(consequences, consequences.Length), decided)));
        }
        var numbers = (NumberColumn)column.Column;
        var steps = Array.ConvertAll(column.RowOfCategory, row => numbers.Steps[row]);
        return values.OfNumbers(numbers, _graph.Gather(_graph.Constant(steps, steps.Length), decided), isMissing: null);
    }

    /// <summary>The uniform number of a draw, (N, 1).</summary>
    private OnnxValue Uniform(int draw) => _graph.Columns(_uniforms!, draw, 1);
}
