namespace Microsoft.ML.Gan;

/// <summary>What keeps the layers of a discriminator in scale.</summary>
public enum DiscriminatorNormalization
{
    /// <summary>Nothing: each row is judged alone, as gradient penalties assume.</summary>
    None,

    /// <summary>
    /// Batch normalisation after each layer but the first (Radford, Metz and Chintala 2015): the rows of a batch are judged together.
    /// </summary>
    Batch,

    /// <summary>Spectral normalisation of every layer (Miyato et al. 2018): each is 1-Lipschitz, and each row is judged alone.</summary>
    Spectral,
}
