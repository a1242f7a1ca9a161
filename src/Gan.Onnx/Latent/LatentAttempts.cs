namespace Gan.Onnx;

/// <summary>Further attempts at the latent vector of one row, as rows: the first is attempt 1.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="row">The row.</param>
internal sealed class LatentAttempts(LatentSource source, long row) : ILatents
{
    public int LatentSize => source.LatentSize;

    public void Fill(long attempt, Span<float> latent) => source.Fill(row, (uint)attempt + 1, latent);
}
