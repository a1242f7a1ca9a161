using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>A place in the order of rows.</summary>
/// <param name="PassStart">The state, at the start of the pass, of the stream that the pass's order is drawn from.</param>
/// <param name="Position">The rows of the pass that have been taken.</param>
internal sealed record RowPlace(byte[] PassStart, long Position)
{
    public static RowPlace Load(StateReader from) => new(from.ReadArray<byte>("passStart"), from.Read<long>("position"));

    public void Save(StateWriter to)
    {
        to.Write("passStart", PassStart);
        to.Write("position", Position);
    }
}
