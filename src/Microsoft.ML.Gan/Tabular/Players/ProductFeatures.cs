using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>x ↦ (x, (A x + a) ∘ (B x + b)): an input, and products of pairs of learned combinations of it, beside it.</summary>
/// <remarks>
/// The low-rank form of all products x_i x_j (Kim et al. 2017, "Hadamard product for low-rank bilinear pooling"). That two cells go together is such
/// a product, which layers of sums and ramps only approach.
/// </remarks>
internal sealed class ProductFeatures : Module<Tensor, Tensor>
{
    [ComponentName(Name = "left")]
    private readonly Linear _left;

    [ComponentName(Name = "right")]
    private readonly Linear _right;

    public ProductFeatures(int inputs, int count) : base(nameof(ProductFeatures))
    {
        _left = Linear(inputs, count);
        _right = Linear(inputs, count);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => cat([input, _left.call(input) * _right.call(input)], 1);        // (N, inputs + count)
}
