using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>One of the two networks with the optimiser that moves its weights.</summary>
internal sealed class Player : IResumable, IDisposable
{
    private readonly nn.Module<Tensor, Tensor?, Tensor> _network;
    private readonly Parameter[] _parameters;
    private readonly IOptimizer _optimizer;

    public Player(nn.Module<Tensor, Tensor?, Tensor> network, Func<IReadOnlyList<Parameter>, IOptimizer> createOptimizer)
    {
        _network = network;
        _parameters = [.. network.parameters().Where(parameter => parameter.requires_grad)];
        _optimizer = createOptimizer(_parameters);
        IsRowwise = RowwiseLayers.AreAllOf(network);
    }

    /// <value>Whether the network treats each row by itself, so that two batches may go through it as one.</value>
    public bool IsRowwise { get; }

    public Tensor Call(Tensor input, Tensor? condition) => _network.forward(input, condition);

    /// <summary>θ ← θ − η ∇ objective, for this player's θ alone: nothing else gets a gradient, and none is left behind.</summary>
    /// <param name="objective">The scalar to make smaller.</param>
    /// <param name="rateFactor">What η is multiplied by in this step.</param>
    public void Minimize(Tensor objective, double rateFactor) => Move(Gradient(objective), rateFactor);

    /// <summary>∇ objective with respect to this player's θ.</summary>
    /// <param name="objective">The scalar to differentiate.</param>
    /// <param name="keepGraph">Whether another gradient will be taken through the same graph.</param>
    /// <exception cref="ArgumentException">As for <see cref="Differentiate"/>.</exception>
    public IReadOnlyList<Tensor> Gradient(Tensor objective, bool keepGraph = false) => Differentiate(objective, _parameters, keepGraph);

    /// <summary>∇ objective with respect to this player's θ, and to a tensor that the objective is made of.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Differentiate"/>.</exception>
    public (IReadOnlyList<Tensor> OfWeights, Tensor OfInput) GradientWith(Tensor objective, Tensor input)
    {
        var gradients = Differentiate(objective, [.. _parameters, input]);
        return ([.. gradients.Take(_parameters.Length)], gradients[^1]);
    }

    /// <summary>∇ objective with respect to this player's θ, by the objective's gradient with respect to what the player made.</summary>
    public IReadOnlyList<Tensor> Gradient(Tensor made, Tensor gradientOfMade) => [.. autograd.grad([made], _parameters, [gradientOfMade])];

    /// <summary>∇ objective with respect to tensors.</summary>
    /// <exception cref="ArgumentException">It is no scalar, or nothing that depends on weights: native code would end the process.</exception>
    public static IReadOnlyList<Tensor> Differentiate(Tensor objective, IEnumerable<Tensor> tensors, bool keepGraph = false)
    {
        if (objective.numel() != 1)
        {
            throw new ArgumentException(
                $"A loss and a penalty must be scalars, but together were [{string.Join(", ", objective.shape)}]. Take the mean over the rows.");
        }
        if (!objective.requires_grad)
        {
            throw new ArgumentException(
                "A loss must depend on the networks' weights, but does not. Look for a detach in the loss or the augmentation.");
        }
        return [.. autograd.grad([objective], [.. tensors], retain_graph: keepGraph)];
    }

    /// <summary>θ ← θ − η gradient, as the optimiser has it.</summary>
    /// <remarks>The gradient is used up: the next one takes its memory while the cache still has it.</remarks>
    public void Move(IReadOnlyList<Tensor> gradient, double rateFactor)
    {
        _optimizer.Step(gradient, rateFactor);
        foreach (var part in gradient) part.Dispose();
    }

    /// <summary>Lets a regularizer put the weights back where they must be.</summary>
    public void Constrain(Action<IReadOnlyList<Tensor>> constrain)
    {
        using var noGrad = no_grad();
        constrain(_parameters);
    }

    public void Save(StateWriter to)
    {
        to.Write("network", new ModuleState(_network));
        to.Write("optimizer", _optimizer);
    }

    public void Load(StateReader from)
    {
        from.Read("network", new ModuleState(_network));
        from.Read("optimizer", _optimizer);
    }

    public void Dispose() => _optimizer.Dispose();
}
