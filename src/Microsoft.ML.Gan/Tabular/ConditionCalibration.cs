using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;
using Microsoft.ML.Gan.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>Puts the distributions of the other columns right under each condition of one slot: the shares of choices, the means and deviations of numbers.</summary>
/// <remarks>What is corrected is shrunk by how few rows meet the condition, and left alone where they are too few to say; under several conditions the corrections are averaged.</remarks>
internal sealed class ConditionCalibration(TableEncoding encoding, TabularGeneratorNetwork generator, int latentSize, NoiseSource noise, Device device)
{
    private const int RowsOfSlot = 1_000;                             // made for each slot
    private const int LeastRows = 100;                                // real rows that a slot must have
    private const double PriorRows = 50;                              // the real rows that count as much as what the generator already does
    private const int Repetitions = 10;
    private const double LeastShare = 1e-6;
    private const double LargestChange = 1;                           // of a logit, in one repetition
    private const double LargestScale = 1.5;

    /// <summary>Sets the generator's corrections.</summary>
    /// <param name="rows">The encoded rows of the table, (rows, row width).</param>
    /// <param name="slots">The slots of all choices of the rows, (rows, slots).</param>
    public void Calibrate(Tensor rows, Tensor slots)
    {
        using var noGrad = no_grad();
        foreach (var (choice, index) in encoding.Choices.Select((choice, index) => (choice, index)))
        {
            for (var slot = 0; slot < choice.Size; slot++)
            {
                using var scope = NewDisposeScope();
                var meeting = slots.select(1, choice.Offset + slot).nonzero().flatten();
                if (meeting.shape[0] < LeastRows) continue;
                var (logits, numbers) = generator.Raw(noise.Latents(RowsOfSlot, latentSize), Condition(choice, index, slot));
                var real = rows.index_select(0, meeting);
                var trust = meeting.shape[0] / (meeting.shape[0] + PriorRows);
                if (encoding.MadeSlots > 0) CorrectChoices(choice.Offset + slot, logits, real, trust);
                if (encoding.Numbers > 0) CorrectNumbers(choice.Offset + slot, numbers, real, trust);
            }
        }
    }

    private Tensor Condition(Choice choice, int index, int slot)
    {
        var condition = zeros(1, encoding.ConditionWidth, device: device);
        condition[0, index] = 1;
        condition[0, encoding.Choices.Count + choice.Offset + slot] = 1;
        if (choice.Presence != Choice.None)                           // a category is given of a cell that is there
        {
            condition[0, encoding.ChoiceOfSlot[choice.Presence]] = 1;
            condition[0, encoding.Choices.Count + choice.Presence] = 1;
        }
        return condition.expand(RowsOfSlot, encoding.ConditionWidth);
    }

    private void CorrectChoices(int given, Tensor logits, Tensor real, double trust)
    {
        var shifts = new List<Tensor>();
        foreach (var choice in encoding.Choices.Take(encoding.MadeChoices))
        {
            var own = logits.narrow(1, choice.Offset, choice.Size);
            var first = own.softmax(1).mean([0]);
            var counts = real.narrow(1, choice.Offset, choice.Size).mean([0]);
            var wanted = (counts / counts.sum().clamp_min(LeastShare) * trust + first * (1 - trust)).clamp_min(LeastShare);
            var shift = zeros(choice.Size, device: device);
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                var shares = (own + shift).softmax(1).mean([0]).clamp_min(LeastShare);
                shift = shift + (wanted / shares).log().clamp(-LargestChange, LargestChange);
            }
            shifts.Add(shift);
        }
        generator.Corrections.narrow(1, 0, encoding.MadeSlots)[given] = cat(shifts, 0);
    }

    private void CorrectNumbers(int given, Tensor numbers, Tensor real, double trust)
    {
        foreach (var number in encoding.Columns.OfType<NumberEncoding>())
        {
            var made = numbers.select(1, number.Place);
            var there = real.select(1, encoding.MadeSlots + number.Place);
            if (number.Presence is { } presence) there = there.masked_select(real.select(1, encoding.Choices[presence].Offset + Choice.IsThere).gt(0.5));
            if (there.shape[0] < LeastRows) continue;
            var scale = Math.Pow(Math.Clamp(Deviation(there) / Deviation(made), 1 / LargestScale, LargestScale), trust);
            var shift = (there.mean().ToDouble() - scale * made.mean().ToDouble()) * trust;
            generator.Corrections[given, encoding.MadeSlots + number.Place] = (float)shift;
            generator.CorrectionScales[given, number.Place] = (float)Math.Log(scale);
        }
    }

    private static double Deviation(Tensor values) => Math.Max(values.std(unbiased: false).ToDouble(), 1e-3);
}
