using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Sketches;

/// <summary>A uniform sample of rows that come one by one, of which nobody knows how many there will be (algorithm R of Vitter 1985).</summary>
/// <remarks>
/// Row i, from 0, takes a place among i + 1, which its number and the seed decide. It replaces the row there, if the sample has that place.
/// </remarks>
/// <param name="size">The most rows of the sample. Range: &gt; 0.</param>
/// <param name="seed">Decides.</param>
internal sealed class Reservoir(int size, int seed)
{
    /// <summary>The place of a row that is not in the sample.</summary>
    public const int Nowhere = -1;

    /// <value>The rows that came.</value>
    public long Rows { get; private set; }

    /// <value>The rows of the sample.</value>
    public int Count => (int)Math.Min(Rows, size);

    /// <summary>The place that the next row takes; <see cref="Nowhere"/> for none.</summary>
    public int Next()
    {
        var row = Rows++;
        if (row < size) return (int)row;
        var unit = Philox.Block(new((uint)row, (uint)(row >> 32), 0, 0), (uint)seed, (uint)LatentStream.RowSample).Unit0;
        return unit * Rows < size ? (int)(unit * Rows) : Nowhere;
    }
}
