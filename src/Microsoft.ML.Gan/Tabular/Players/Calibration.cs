using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>Puts a trained generator's marginal distributions right: the biases of its choices, and the scales of its numbers.</summary>
internal static class Calibration
{
    private const int MostRows = 200_000;
    private const int MostRowsToSweep = 40_000;                       // each choice takes a pass of its own
    private const int RowsOfOne = 20;                                 // for each row of the table: what that tells of its shares is less sure
    private const int RowsAtOnce = 5_000;
    private const int MostCells = 5_000_000;                          // of all rows together, so that wide tables need no more memory
    private const int Repetitions = 20;
    private const double LeastShare = 1e-5;
    private const double LargestChange = 1;                           // of a logit, in one repetition

    /// <summary>Changes the generator's biases, and gives the scales of its numbers.</summary>
    /// <param name="schema">The table's.</param>
    /// <param name="tableRows">How many rows the table has.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="latentSize">The length of its latent vectors.</param>
    /// <param name="noise">Decides.</param>
    public static IReadOnlyList<QuantileMap> Calibrate(
        TableSchema schema, int tableRows, IRowGenerator generator, int latentSize, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var latents = Latents(schema, latentSize, noise, Math.Min(MostRows, RowsOfOne * (long)tableRows));
        var none = zeros(RowsAtOnce, schema.Layout.ConditionWidth, device: latents[0].device);
        foreach (var head in generator.ChoiceHeads) CalibrateChoices(generator, head, latents, none);
        if (schema.Layout.NumberCount == 0) return [];
        var rows = InBatches(latents, batch => generator.Make(batch, none));
        return [.. schema.Numbers.Select(number => QuantileMap.Of(
            number.Ranks, Sorted(schema.Layout.Number(rows, number.Index), schema.Layout.PresenceOf(rows, number.Index))))];
    }

    /// <summary>Rows that the generator makes without a condition, (N, row width), in the CPU's memory.</summary>
    /// <param name="schema">The table's.</param>
    /// <param name="tableRows">How many rows the table has.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="latentSize">The length of its latent vectors.</param>
    /// <param name="noise">Decides.</param>
    public static Tensor Rows(TableSchema schema, int tableRows, IRowGenerator generator, int latentSize, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var latents = Latents(schema, latentSize, noise, Math.Min(MostRowsToSweep, RowsOfOne * (long)tableRows));
        var none = zeros(RowsAtOnce, schema.Layout.ConditionWidth, device: latents[0].device);
        return InBatches(latents, batch => generator.Make(batch, none)).MoveToOuterDisposeScope();
    }

    /// <summary>What a network gives for rows, batch by batch, in the CPU's memory.</summary>
    public static Tensor InBatches(Tensor rows, Func<Tensor, Tensor> outputs) => InBatches(rows.split(RowsAtOnce, 0), outputs);

    /// <summary>
    /// What is to be added to a choice's logits so that their mean shares, of the cells that are there, are those of the table: (slots of the
    /// choice).
    /// </summary>
    /// <param name="logits">(N, slots of the choice).</param>
    /// <param name="presence">The probability that a cell is there: (N, 1).</param>
    /// <param name="choice">The choice.</param>
    public static Tensor ShiftToShares(Tensor logits, Tensor presence, Choice choice)
    {
        using var scope = NewDisposeScope();
        var wanted = tensor(choice.Shares.ToArray()).to(float32).Clamp(LeastShare, 1);
        var weights = presence / presence.sum();
        var shift = zeros(choice.Size);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            using var step = NewDisposeScope();                       // each is as large as the choice's logits
            var shares = (logits.Plus(shift).softmax(1) * weights).sum([0]).Clamp(LeastShare / 10, 1);
            shift.copy_(shift.Plus((wanted / shares).log().Clamp(-LargestChange, LargestChange)));
        }
        return shift.MoveToOuterDisposeScope();
    }

    /// <summary>What a network gives for a column, ascending: of the rows that have the cell, for those alone are seen.</summary>
    /// <param name="outputs">(N).</param>
    /// <param name="presence">1 where the cell is there: (N); null if it always is.</param>
    public static float[] Sorted(Tensor outputs, Tensor? presence)
    {
        using var scope = NewDisposeScope();
        if (presence is not null) outputs = outputs.masked_select(presence.IsAbove(0.5));
        var values = outputs.contiguous().data<float>().ToArray();
        Array.Sort(values);
        return values.Length == 0 ? [0] : values;
    }

    private static List<Tensor> Latents(TableSchema schema, int latentSize, NoiseSource noise, long mostRows)
    {
        var count = (int)Math.Clamp(Math.Min(mostRows, MostCells / schema.Layout.RowWidth) / RowsAtOnce, 1, MostRows / RowsAtOnce);
        return [.. Enumerable.Range(0, count).Select(_ => noise.Latents(RowsAtOnce, latentSize))];
    }

    private static Tensor InBatches(IEnumerable<Tensor> batches, Func<Tensor, Tensor> outputs) => cat([.. batches.Select(batch =>
    {
        using var scope = NewDisposeScope();
        return outputs(batch).cpu().MoveToOuterDisposeScope();
    })], 0);

    /// <summary>The logits of a group, whose rows have the parts that are made before it.</summary>
    private static Tensor Logits(IRowGenerator generator, ChoiceHead head, Tensor latents, Tensor condition)
    {
        Tensor? found = null;
        generator.Make(latents, condition, (made, logits) =>
        {
            if (made == head) found = logits;
            return generator.Draw(made, logits, condition);
        });
        return found!;
    }

    /// <summary>Moves the logits of a group's choices until their mean shares, of the cells that are there, are those of the table.</summary>
    private static void CalibrateChoices(IRowGenerator generator, ChoiceHead head, IEnumerable<Tensor> latents, Tensor condition)
    {
        using var scope = NewDisposeScope();
        var group = head.Group;
        var all = InBatches(latents, batch => Logits(generator, head, batch, condition));
        foreach (var choice in group.Choices)                         // whether a cell is there before what is in it
        {
            using var inner = NewDisposeScope();
            var own = all.narrow(1, choice.Offset - group.Offset, choice.Size);
            var shift = ShiftToShares(own, Presence(all, choice, group), choice);
            own.copy_(own.Plus(shift));
            head.Shift(choice, shift);
        }
    }

    /// <summary>The probability that the cells of a choice are there: (N, 1).</summary>
    /// <param name="logits">The logits of its group.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="group">The group.</param>
    private static Tensor Presence(Tensor logits, Choice choice, ChoiceGroup group) => choice.PresenceSlot is not { } slot
        ? ones(logits.shape[0], 1)
        : logits.narrow(1, slot - group.Offset - Choice.IsThere, 2).softmax(1).narrow(1, Choice.IsThere, 1);
}
