namespace Gan.Onnx;

/// <summary>What random numbers of a seed are for: the second word of <see cref="Philox"/>'s key, so that each has numbers of its own.</summary>
internal enum RandomStream : uint
{
    /// <summary>The latent vectors of rows.</summary>
    Latent,

    /// <summary>The classes of rows.</summary>
    Class,

    /// <summary>In training, the categories of rows whose own too few rows have.</summary>
    RareCategory,

    /// <summary>The order of identifiers.</summary>
    Identifier,

    /// <summary>What else is drawn of an identifier.</summary>
    IdentifierDraw,
}
