namespace Gan.Onnx;

/// <summary>Latent vectors in memory.</summary>
/// <param name="latents">The vectors, one after the other.</param>
/// <param name="latentSize">The length of one.</param>
internal sealed class MemoryLatents(ReadOnlyMemory<float> latents, int latentSize) : ILatents
{
    public int LatentSize => latentSize;

    public int Count => latents.Length / latentSize;

    public void Fill(long row, Span<float> latent) => latents.Span.Slice((int)row * latentSize, latentSize).CopyTo(latent);
}
