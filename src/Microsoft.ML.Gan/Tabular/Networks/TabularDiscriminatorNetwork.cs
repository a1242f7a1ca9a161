using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tabular.Encoding;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>D of a table: an encoded row, and which of its choices were given, to a logit.</summary>
/// <remarks>
/// Each number also enters piecewise linearly by its rank (Gorishniy, Rubachev and Babenko 2022, section 3.2), so that D sees local differences of the distributions;
/// products of the first hidden features (<see cref="ProductFeatures"/>) let it see what goes together.
/// Of the condition D needs the flags alone: the given cells are in the row.
/// </remarks>
internal sealed class TabularDiscriminatorNetwork : Module<Tensor, Tensor?, Tensor>
{
    private const int Pieces = 32;                                    // of each number's rank
    private const int Products = 64;                                  // of the first hidden features

    [ComponentName(Name = "body")]
    private readonly Sequential _body;

    [ComponentName(Name = "logit")]
    private readonly Linear _logit;

    [ComponentName(Name = "projection")]
    private readonly Linear? _projection;

    [ComponentName(Name = "pieces")]
    private readonly Tensor _pieces;                                  // (pieces)

    private readonly TableEncoding _encoding;

    public TabularDiscriminatorNetwork(TableEncoding encoding, int width, int depth) : base("discriminator")
    {
        _encoding = encoding;
        var inputs = encoding.RowWidth + encoding.Numbers * Pieces + encoding.Choices.Count;
        var layers = new List<Module<Tensor, Tensor>> { Linear(inputs, width), new LeakyRelu(), new ProductFeatures(width, Products) };
        for (var layer = 1; layer < depth; layer++)
        {
            layers.Add(Linear(layer == 1 ? width + Products : width, width));
            layers.Add(new LeakyRelu());
        }
        _body = Sequential(layers);
        _logit = Linear(width, 1);
        if (encoding.ConditionWidth > 0)
        {
            _projection = Linear(encoding.ConditionWidth, width, hasBias: false);
            using (no_grad()) _projection.weight.zero_();
        }
        _pieces = TensorArithmetic.Range(Pieces);
        RegisterComponents();
    }

    public override Tensor forward(Tensor rows, Tensor? condition)
    {
        var flags = condition!.narrow(1, 0, _encoding.Choices.Count);
        if (_encoding.Numbers == 0) return Judge(cat([rows, flags], 1), condition);
        var numbers = rows.split([_encoding.MadeSlots, _encoding.Numbers], 1)[1];
        var ranks = numbers.Times(Math.Sqrt(0.5)).erf().Times(Pieces / 2.0).Plus(Pieces / 2.0);  // Φ(x) · pieces
        var pieces = (ranks.unsqueeze(2) - _pieces).Clamp(0, 1).flatten(1);                      // (N, numbers · pieces)
        return Judge(cat([rows, pieces, flags], 1), condition);
    }

    private Tensor Judge(Tensor inputs, Tensor condition)
    {
        var features = _body.call(inputs);
        if (_projection is null) return _logit.call(features);
        return _logit.call(features).Plus((features * _projection.call(condition)).sum(1, keepdim: true));
    }
}
