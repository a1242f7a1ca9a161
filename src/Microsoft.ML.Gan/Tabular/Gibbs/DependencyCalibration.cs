using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Sweeps over rows as the file will, and moves the biases of the dependency network so that each choice keeps the shares of its slots.
/// </summary>
internal static class DependencyCalibration
{
    /// <summary>Changes the network's biases.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="network">The network.</param>
    /// <param name="rows">
    /// What the calibrated generator makes, (N, row width), in the CPU's memory, with the numbers of training rows (<see cref="SweptRows"/>). Is
    /// changed.
    /// </param>
    /// <param name="noise">Decides.</param>
    /// <param name="device">Where the network is.</param>
    public static void Calibrate(TableSchema schema, DependencyNetwork network, Tensor rows, NoiseSource noise, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var index in network.Drawn)
        {
            using var inner = NewDisposeScope();
            var choice = network.Choices[index];
            var asked = eye(network.Choices.Count, device: device).narrow(0, index, 1);
            var logits = Calibration.InBatches(
                rows, batch => network.call(batch.to(device), asked.expand(batch.shape[0], -1)).narrow(1, choice.Offset, choice.Size));
            var presence = Calibration.InBatches(
                rows, batch => network.Slots(batch.to(device)).narrow(1, choice.Offset, choice.Size).sum([1], keepdim: true));
            var shift = Calibration.ShiftToShares(logits, presence, choice);
            network.Shift(choice, shift);
            using var sampler = new ChoiceSampler([choice], noise).to(device);
            var drawn = sampler.call(logits.Plus(shift).to(device)).cpu() * presence;
            if (index < schema.MadeChoices) RowLayout.Slots(rows, choice).copy_(drawn);
            else Replace(schema.DiscreteNumbers[index - schema.MadeChoices], drawn, presence);
        }

        void Replace(DiscreteNumber common, Tensor drawn, Tensor presence)
        {
            var numbers = schema.Layout.Number(rows, common.Number).unsqueeze(1);
            var quantiles = tensor(common.Values.Select(value => value.Middle).ToArray(), [common.Values.Count, 1]).NormalQuantile();
            numbers.copy_(drawn.mm(quantiles).Plus(numbers - numbers * presence));
        }
    }
}
