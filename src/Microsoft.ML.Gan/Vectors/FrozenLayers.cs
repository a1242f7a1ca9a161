using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Keeps the first layers of a discriminator as they are: freeze-D of Mo, Cho and Shin (2020).</summary>
internal static class FrozenLayers
{
    /// <summary>Takes the weights of the first layers out of training. A layer is a module with weights of its own.</summary>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="count">How many layers.</param>
    /// <exception cref="ArgumentException">It has no more layers than that.</exception>
    public static void Freeze(nn.Module discriminator, int count)
    {
        if (count == 0) return;
        var layers = discriminator.named_parameters().GroupBy(weight => weight.name[..Math.Max(0, weight.name.LastIndexOf('.'))]).ToList();
        if (count >= layers.Count)
        {
            throw new ArgumentException(
                $"{nameof(GanTrainer.Options.FrozenDiscriminatorLayers)} must be below the {layers.Count} layers of the discriminator that have " +
                $"weights, but was {count}. Lower it.");
        }
        foreach (var (_, weight) in layers.Take(count).SelectMany(layer => layer)) weight.requires_grad = false;
    }
}
