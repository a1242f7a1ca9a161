using Gan.Onnx;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Noise;

/// <summary>A stream of random numbers that are made on the device: the n-th draw follows from the seed, the stream and n.</summary>
/// <remarks>
/// TorchSharp 0.107 makes generators for the CPU alone, and reads the state of no other. So each draw seeds the device's own generator: that takes
/// no time on the device, and the stream's state is a count. Dropout draws from the same generator, hence follows the seed too.
/// </remarks>
internal sealed class DeviceStream(ulong seed) : IResumable
{
    private const string Drawn = "drawn";

    private long _draws;

    /// <summary>Draws on the device.</summary>
    public Tensor Draw(Func<Tensor> draw)
    {
        lock (NoiseSource.GlobalGenerator)
        {
            cuda.manual_seed_all(Seed(_draws++));
            return draw();
        }
    }

    public void Save(StateWriter to) => to.Write(Drawn, _draws);

    /// <summary>A fit that comes from the CPU has drawn nothing here.</summary>
    public void Load(StateReader from) => _draws = from.Has(Drawn) ? from.Read<long>(Drawn) : 0;

    /// <summary>The seed of a draw; no two draws of any two streams have one.</summary>
    internal long Seed(long draw)
    {
        var block = Philox.Block(new((uint)draw, (uint)(draw >> 32), 0, 0), (uint)seed, (uint)(seed >> 32));
        return (long)(((ulong)block.W0 << 32) | block.W1);
    }
}
