using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;
using Microsoft.ML.Gan.Training;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>Puts a trained generator's marginal distributions right: the biases of its choices, and the scales of its numbers.</summary>
internal static class Calibration
{
    private const int MostBatches = 40;
    private const int RowsAtOnce = 5_000;
    private const int MostCells = 5_000_000;                          // of all rows together, so that wide tables need no more memory
    private const int Repetitions = 20;
    private const double LeastShare = 1e-5;
    private const double LargestChange = 1;                           // of a logit, in one repetition

    /// <summary>Changes the generator's biases, and gives the scales of its numbers.</summary>
    public static IReadOnlyList<NumberScale> Calibrate(TableEncoding encoding, TabularGeneratorNetwork generator, int latentSize, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var count = Math.Clamp(MostCells / RowsAtOnce / encoding.RowWidth, 1, MostBatches);
        var batches = Enumerable.Range(0, count).Select(_ => Outputs(encoding, generator, noise.Latents(RowsAtOnce, latentSize))).ToList();
        if (encoding.MadeSlots > 0) CalibrateChoices(encoding, generator, cat([.. batches.Select(batch => batch.Logits)], 0));
        if (encoding.Numbers == 0) return [];
        var numbers = cat([.. batches.Select(batch => batch.Numbers)], 0);
        return [.. encoding.Columns.OfType<NumberEncoding>().Select(number => NumberScale.Of(number.Ranks.Knots, Sorted(numbers.select(1, number.Place))))];
    }

    private static (Tensor Logits, Tensor Numbers) Outputs(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor latents)
    {
        using var scope = NewDisposeScope();
        var (logits, numbers) = generator.Raw(latents, zeros(latents.shape[0], encoding.ConditionWidth, device: latents.device));
        return (logits.cpu().MoveToOuterDisposeScope(), numbers.cpu().MoveToOuterDisposeScope());
    }

    /// <summary>Moves each choice's logits until its mean shares are those of the table.</summary>
    private static void CalibrateChoices(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor logits)
    {
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            using var scope = NewDisposeScope();
            var wanted = tensor(choice.Shares()).to(float32).Clamp(LeastShare, 1);
            var own = logits.narrow(1, choice.Offset, choice.Size);
            var shift = zeros(choice.Size);
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                using var step = NewDisposeScope();                   // each is as large as the choice's logits
                var shares = own.Plus(shift).softmax(1).mean([0]).Clamp(LeastShare / 10, 1);
                shift.copy_(shift.Plus((wanted / shares).log().Clamp(-LargestChange, LargestChange)));
            }
            var bias = generator.OutputBias.narrow(0, choice.Offset, choice.Size);
            bias.copy_(bias.Plus(shift.Times(1 / TabularGeneratorNetwork.LogitScale).to(bias.device)));
        }
    }

    private static float[] Sorted(Tensor outputs)
    {
        var values = outputs.contiguous().data<float>().ToArray();
        Array.Sort(values);
        return values;
    }
}
