using Microsoft.ML.Gan.Augmentation;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>The game of two players: what they make of a batch, and what D is to make small.</summary>
/// <remarks>
/// Notation (docs/theory.md): x ~ p_data, under a condition y such as its class, z ~ p(z), D(·) unbounded logits, Ω a penalty, T an augmentation.
/// </remarks>
internal sealed class Game(
    Player discriminator, Player generator, IGanLoss loss, IDiscriminatorRegularizer regularizer, IGanAugmentation augmentation,
    Func<long, Tensor> latents, INoise noise, AugmentationStrength? strength = null) : IResumable
{
    private const string Strength = "strength";

    private long _discriminatorSteps;

    public Player D => discriminator;

    public Player G => generator;

    public IGanLoss Loss => loss;

    /// <value>Whether D's logit of a row depends on no other row, and on nothing drawn: two batches may go through D as one.</value>
    public bool IsRowwise => D.IsRowwise && augmentation is NoAugmentation;

    /// <summary>G(z), under the condition of a batch: as many rows as it has, laid out in memory as the real ones.</summary>
    public Tensor Generate(Batch batch) => G.Call(latents(batch.Rows.shape[0]), batch.Condition).contiguous();

    /// <summary>D(T(x)) and D(T(G(z))), under the condition of a batch: in one pass of D, unless it compares the rows of a pass.</summary>
    public Logits Discriminate(Tensor x, Tensor fake, Batch batch)
    {
        if (!D.IsRowwise) return DiscriminateApart(x, fake, batch);

        var d = D.Call(cat([Augment(x), Augment(fake)]), batch.Condition is { } y ? cat([y, y]) : null).chunk(2);
        return new Logits(Real: d[0], Fake: d[1]);
    }

    /// <summary>The same, in a pass of D each.</summary>
    public Logits DiscriminateApart(Tensor x, Tensor fake, Batch batch) => new(Real: Discriminate(x, batch), Fake: Discriminate(fake, batch));

    /// <summary>D(T(rows)), under the condition of a batch.</summary>
    public Tensor Discriminate(Tensor rows, Batch batch) => D.Call(Augment(rows), batch.Condition);

    /// <summary>L_D, and Ω(D) if there is a penalty in this step.</summary>
    public DiscriminatorObjective Judge(Batch batch, Tensor x, Tensor fake, Logits d, TrainingMoment moment)
    {
        strength?.Observe(d.Real);
        var step = new DiscriminatorStep(rows => Discriminate(rows, batch), x, fake, d, _discriminatorSteps++, moment.Progress, noise);
        return new(loss.ForDiscriminator(d), regularizer.Penalty(step));
    }

    /// <summary>Puts θ_D back where the regularizer wants it, after each step of D.</summary>
    public void Constrain() => D.Constrain(regularizer.Constrain);

    public void Save(StateWriter to)
    {
        to.Write("discriminatorSteps", _discriminatorSteps);
        to.Write("discriminator", D);
        to.Write("generator", G);
        if (strength is not null) to.Write(Strength, strength);
    }

    public void Load(StateReader from)
    {
        _discriminatorSteps = from.Read<long>("discriminatorSteps");
        from.Read("discriminator", D);
        from.Read("generator", G);
        if (strength is not null) from.Read(Strength, strength);
    }

    private Tensor Augment(Tensor rows) => strength?.Apply(rows, noise.Uniform) ?? augmentation.Apply(rows, noise.Uniform);
}
