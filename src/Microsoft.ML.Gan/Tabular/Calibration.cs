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
        var logits = cat([.. batches.Select(batch => batch.Logits)], 0);
        if (encoding.MadeSlots > 0) CalibrateChoices(encoding, generator, logits);
        if (encoding.Numbers == 0) return [];
        var numbers = cat([.. batches.Select(batch => batch.Numbers)], 0);
        return [.. encoding.Columns.OfType<NumberEncoding>().Select(number => NumberScale.Of(number.Ranks.Knots, SortedOutputs(encoding, number, logits, numbers, noise)))];
    }

    private static (Tensor Logits, Tensor Numbers) Outputs(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor latents)
    {
        using var scope = NewDisposeScope();
        var (logits, numbers) = generator.Raw(latents, zeros(latents.shape[0], encoding.ConditionWidth, device: latents.device));
        return (logits.cpu().MoveToOuterDisposeScope(), numbers.cpu().MoveToOuterDisposeScope());
    }

    /// <summary>Moves each choice's logits until its mean shares, of the cells that are there, are those of the table.</summary>
    private static void CalibrateChoices(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor logits)
    {
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))          // whether a cell is there before what is in it
        {
            using var scope = NewDisposeScope();
            var wanted = tensor(choice.Shares()).to(float32).Clamp(LeastShare, 1);
            var own = logits.narrow(1, choice.Offset, choice.Size);
            var presence = Presence(logits, choice.Presence);
            var weights = presence / presence.sum();
            var shift = zeros(choice.Size);
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                using var step = NewDisposeScope();                   // each is as large as the choice's logits
                var shares = (own.Plus(shift).softmax(1) * weights).sum([0]).Clamp(LeastShare / 10, 1);
                shift.copy_(shift.Plus((wanted / shares).log().Clamp(-LargestChange, LargestChange)));
            }
            own.copy_(own.Plus(shift));
            var bias = generator.LogitBias.narrow(0, choice.Offset, choice.Size);
            bias.copy_(bias.Plus(shift.Times(1 / TabularGeneratorNetwork.LogitScale).to(bias.device)));
        }
    }

    /// <summary>A column's outputs, ascending: of the rows that are drawn to have the cell, for those alone are seen.</summary>
    private static float[] SortedOutputs(TableEncoding encoding, NumberEncoding number, Tensor logits, Tensor numbers, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        var outputs = numbers.select(1, number.Place);
        var presence = Presence(logits, encoding.PresenceOfPlace[encoding.MadeSlots + number.Place]).squeeze(1);
        var seen = outputs.masked_select(noise.Uniform(presence.shape).cpu().lt(presence));
        var values = (seen.numel() > 0 ? seen : outputs).contiguous().data<float>().ToArray();
        Array.Sort(values);
        return values;
    }

    /// <summary>The probability that a cell is there: (N, 1).</summary>
    /// <param name="logits">The logits of all choices.</param>
    /// <param name="slot">The slot that says that it is; <see cref="Choice.None"/> where it always is.</param>
    private static Tensor Presence(Tensor logits, int slot) => slot == Choice.None
        ? ones(logits.shape[0], 1)
        : logits.narrow(1, slot - Choice.IsThere, 2).softmax(1).narrow(1, Choice.IsThere, 1);
}
