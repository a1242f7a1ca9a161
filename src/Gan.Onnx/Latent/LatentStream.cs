namespace Gan.Onnx;

/// <summary>What random numbers of a seed are for. Each purpose has a key of <see cref="Philox"/>, so that none changes another's numbers.</summary>
internal enum LatentStream : uint
{
    /// <summary>Latent vectors of samples.</summary>
    Latent,

    /// <summary>Classes of samples.</summary>
    Class,

    /// <summary>Vectors that a search begins with.</summary>
    Candidate,

    /// <summary>Steps of a search.</summary>
    Step,
}
