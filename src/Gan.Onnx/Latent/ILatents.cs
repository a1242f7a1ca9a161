namespace Gan.Onnx;

/// <summary>Latent vectors by the numbers of their rows.</summary>
internal interface ILatents
{
    int LatentSize { get; }

    /// <summary>Writes the latent vector of a row.</summary>
    void Fill(long row, Span<float> latent);
}
