using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>D of a table: an encoded row, and which of its choices were given, to a logit.</summary>
/// <remarks>
/// Each number also enters piecewise linearly by its rank (<see cref="RankPieces"/>), so that D sees local differences of the distributions;
/// products of the first hidden features (<see cref="ProductFeatures"/>) let it see what goes together.
/// Of the condition D needs the flags alone: the given cells are in the row.
/// </remarks>
internal sealed class TabularDiscriminatorNetwork : Module<Tensor, Tensor?, Tensor>
{
    private const int Products = 64;                                  // of the first hidden features

    [ComponentName(Name = "body")]
    private readonly Sequential _body;

    [ComponentName(Name = "logit")]
    private readonly Linear _logit;

    [ComponentName(Name = "projection")]
    private readonly Linear? _projection;

    [ComponentName(Name = "pieces")]
    private readonly RankPieces _pieces;

    private readonly RowLayout _layout;

    public TabularDiscriminatorNetwork(TableSchema schema, int width, int depth) : base("discriminator")
    {
        _layout = schema.Layout;
        _pieces = new RankPieces(schema.Layout.NumberCount);
        var inputs = schema.Layout.MadeSlots + _pieces.Outputs + schema.Choices.Count;
        var layers = new List<Module<Tensor, Tensor>> { Linear(inputs, width), new LeakyRelu(), new ProductFeatures(width, Products) };
        for (var layer = 1; layer < depth; layer++)
        {
            layers.Add(Linear(layer == 1 ? width + Products : width, width));
            layers.Add(new LeakyRelu());
        }
        _body = Sequential(layers);
        _logit = Linear(width, 1);
        if (schema.Layout.ConditionWidth > 0)
        {
            _projection = Linear(schema.Layout.ConditionWidth, width, hasBias: false);
            using (no_grad()) _projection.weight.zero_();
        }
        RegisterComponents();
    }

    public override Tensor forward(Tensor rows, Tensor? condition)
    {
        var flags = _layout.Flags(condition!);
        if (_layout.NumberCount == 0) return Judge(cat([rows, flags], 1), condition!);
        return Judge(cat([_layout.Slots(rows), _pieces.call(_layout.Numbers(rows)), flags], 1), condition!);
    }

    private Tensor Judge(Tensor inputs, Tensor condition)
    {
        var features = _body.call(inputs);
        if (_projection is null) return _logit.call(features);
        return _logit.call(features).Plus((features * _projection.call(condition)).sum(1, keepdim: true));
    }
}
