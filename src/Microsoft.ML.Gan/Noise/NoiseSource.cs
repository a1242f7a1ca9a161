using Gan.Onnx;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Noise;

/// <summary>All randomness of one fit: seeded once, so that one seed gives one result.</summary>
/// <remarks>
/// Latent vectors, batches and penalties have generators of their own here: what one draws does not change what the others get.
/// Weights and dropout come from torch's global generator, which is seeded here too and given back its state at the end. It is one for
/// the process: networks are built under <see cref="GlobalGenerator"/>, but two fits at once share its dropout noise.
/// On a device the numbers are made there, by a <see cref="DeviceStream"/> each; orders of rows are drawn on the CPU everywhere.
/// </remarks>
internal sealed class NoiseSource : INoise, IResumable, IDisposable
{
    /// <summary>Is held from the seeding until the networks are built: fits at the same time draw the weights that they would draw alone.</summary>
    public static readonly Lock GlobalGenerator = new();

    private const uint RankStep = 0x1E3779B1;                         // odd: it goes through all seeds before one comes again
    private const long BranchSeeds = 1L << 30;                        // of which torch has four streams each in 32 bits
    private const string DeviceLatents = "deviceLatents", DevicePenalties = "devicePenalties";

    private readonly Device _device;
    private readonly LatentPrior _prior;
    private readonly Generator _latents;
    private readonly Generator _batches;
    private readonly Generator _penalties;
    private DeviceStream? _deviceLatents, _devicePenalties;           // null on the CPU
    private readonly Tensor _globalStateBefore;

    public NoiseSource(int seed, LatentPrior prior, Device device)
    {
        _device = device;
        _prior = prior;
        _globalStateBefore = random.get_rng_state().DetachFromDisposeScope();
        var first = 4 * (ulong)seed;                                  // four streams a seed, none shared with another seed
        random.manual_seed((long)first);
        _latents = new Generator(first + 1);
        _batches = new Generator(first + 2);
        _penalties = new Generator(first + 3);
        if (device.type != DeviceType.CPU) (_deviceLatents, _devicePenalties) = (new(first + 1), new(first + 3));
    }

    private IEnumerable<(string Name, Generator Generator)> Streams => [("latents", _latents), ("batches", _batches), ("penalties", _penalties)];

    /// <summary>
    /// Gives a rank streams of its own, which go out from those that all ranks have; the order of batches stays common, and rank 0 has what it had.
    /// </summary>
    public void Branch(int rank)
    {
        if (rank == 0) return;
        using var scope = NewDisposeScope();
        var common = randint(0, BranchSeeds, [1], int64, generator: _latents).item<long>();
        var first = 4 * (ulong)((common + rank * (long)RankStep) % BranchSeeds);
        lock (GlobalGenerator) random.manual_seed((long)first);
        _latents.manual_seed((long)first + 1);
        _penalties.manual_seed((long)first + 3);
        if (_deviceLatents is not null) (_deviceLatents, _devicePenalties) = (new(first + 1), new(first + 3));
    }

    /// <summary>z ~ p(z): (count, size).</summary>
    public Tensor Latents(long count, long size) => _prior switch
    {
        LatentPrior.Normal => Normal(_deviceLatents, _latents, [count, size]),
        _ => Uniform(_deviceLatents, _latents, [count, size]).Times(2).Plus(-1),
    };

    /// <summary>A stream that goes on as that of batches does, apart from it; all ranks have the same.</summary>
    public OrderStream OrderOfRows()
    {
        using var state = _batches.get_state();
        return new(state.bytes.ToArray());
    }

    /// <summary>The numbers 0 to count − 1 in random order, on the device.</summary>
    public Tensor Permutation(long count) => PermutationOnCpu(count).OnDevice(_device);

    /// <summary>The same, on the CPU: for orders that are read there, so that nothing waits for the device.</summary>
    public Tensor PermutationOnCpu(long count) => randperm(count, generator: _batches);

    public Tensor Uniform(params long[] shape) => Uniform(_devicePenalties, _penalties, shape);

    public Tensor Normal(params long[] shape) => Normal(_devicePenalties, _penalties, shape);

    /// <summary>The same as <see cref="Uniform(long[])"/>, on the CPU: for choices that are made there, without waiting.</summary>
    public Tensor UniformOnCpu(params long[] shape) => rand(shape, generator: _penalties);

    public void Save(StateWriter to)
    {
        using var scope = NewDisposeScope();
        foreach (var (name, generator) in Streams) to.Write(name, generator.get_state());
        to.Write("global", random.get_rng_state());
        if (_deviceLatents is not null) to.Write(DeviceLatents, _deviceLatents);
        if (_devicePenalties is not null) to.Write(DevicePenalties, _devicePenalties);
    }

    public void Load(StateReader from)
    {
        using var scope = NewDisposeScope();
        foreach (var (name, generator) in Streams) generator.set_state(Read(name, generator.get_state()));
        lock (GlobalGenerator) random.set_rng_state(Read("global", random.get_rng_state()));
        if (_deviceLatents is not null) from.Read(DeviceLatents, _deviceLatents);
        if (_devicePenalties is not null) from.Read(DevicePenalties, _devicePenalties);

        Tensor Read(string name, Tensor state)
        {
            from.ReadInto(name, state);
            return state;
        }
    }

    public void Dispose()
    {
        lock (GlobalGenerator) random.set_rng_state(_globalStateBefore);
        _globalStateBefore.Dispose();
        _latents.Dispose();
        _batches.Dispose();
        _penalties.Dispose();
    }

    private Tensor Uniform(DeviceStream? onDevice, Generator onCpu, long[] shape) =>
        onDevice is null ? rand(shape, generator: onCpu) : onDevice.Draw(() => rand(shape, device: _device));

    private Tensor Normal(DeviceStream? onDevice, Generator onCpu, long[] shape) =>
        onDevice is null ? randn(shape, generator: onCpu) : onDevice.Draw(() => randn(shape, device: _device));
}
