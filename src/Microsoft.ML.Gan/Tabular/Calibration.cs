using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;
using Microsoft.ML.Gan.Training;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>Puts a trained generator's marginal distributions right: the biases of its choices, and the scales of its numbers.</summary>
internal static class Calibration
{
    private const int Rows = 50_000;
    private const int RowsAtOnce = 5_000;
    private const int Repetitions = 20;
    private const double LeastShare = 1e-5;
    private const double LargestChange = 1;                           // of a logit, in one repetition

    /// <summary>Changes the generator's biases, and gives the scales of its numbers.</summary>
    public static IReadOnlyList<NumberScale> Calibrate(TableEncoding encoding, TabularGeneratorNetwork generator, int latentSize, NoiseSource noise, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var condition = zeros(RowsAtOnce, encoding.ConditionWidth, device: device);
        var batches = Enumerable.Range(0, Rows / RowsAtOnce).Select(_ => generator.Raw(noise.Latents(RowsAtOnce, latentSize), condition)).ToList();
        if (encoding.MadeSlots > 0) CalibrateChoices(encoding, generator, cat([.. batches.Select(batch => batch.Logits.cpu())], 0));
        if (encoding.Numbers == 0) return [];
        var numbers = cat([.. batches.Select(batch => batch.Numbers.cpu())], 0);
        return [.. encoding.Columns.OfType<NumberEncoding>().Select(number => NumberScale.Of(number.Ranks.Knots, Sorted(numbers.select(1, number.Place))))];
    }

    /// <summary>Moves each choice's logits until its mean shares are those of the table.</summary>
    private static void CalibrateChoices(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor logits)
    {
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            using var scope = NewDisposeScope();
            var wanted = tensor(choice.Shares()).to(float32).clamp_min(LeastShare);
            var own = logits.narrow(1, choice.Offset, choice.Size);
            var shift = zeros(choice.Size);
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                var shares = (own + shift).softmax(1).mean([0]).clamp_min(LeastShare / 10);
                shift = shift + (wanted / shares).log().clamp(-LargestChange, LargestChange);
            }
            var bias = generator.OutputBias.narrow(0, choice.Offset, choice.Size);
            bias.add_((shift / TabularGeneratorNetwork.LogitScale).to(bias.device));
        }
    }

    private static float[] Sorted(Tensor outputs)
    {
        var values = outputs.contiguous().data<float>().ToArray();
        Array.Sort(values);
        return values;
    }
}
