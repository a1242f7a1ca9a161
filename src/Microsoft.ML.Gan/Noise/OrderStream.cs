using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Noise;

/// <summary>The stream of random numbers that the order of rows is drawn from, on the CPU. One thread at a time may use it.</summary>
internal sealed class OrderStream : IOrderDraws, IDisposable
{
    private readonly Generator _generator = new();

    public OrderStream(byte[] state) => State = state;

    /// <value>All that the next draws depend on.</value>
    public byte[] State
    {
        get
        {
            using var state = _generator.get_state();
            return state.bytes.ToArray();
        }

        set
        {
            using var state = tensor(value);
            _generator.set_state(state);
        }
    }

    public long[] Numbers(long count, long below) => Read(randint(0, below, [count], int64, generator: _generator));

    public long[] Permutation(long count) => Read(PermutationTensor(count));

    /// <summary>The same as <see cref="Permutation"/>, as a tensor.</summary>
    public Tensor PermutationTensor(long count) => randperm(count, generator: _generator);

    public void Dispose() => _generator.Dispose();

    private static long[] Read(Tensor numbers)
    {
        using (numbers) return numbers.data<long>().ToArray();
    }
}
