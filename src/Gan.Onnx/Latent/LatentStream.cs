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

    /// <summary>In training, the categories of rows whose own too few rows have.</summary>
    RareCategory,

    /// <summary>The order of identifiers.</summary>
    Identifier,

    /// <summary>What else is drawn of an identifier.</summary>
    IdentifierDraw,

    /// <summary>Personal data that looks real.</summary>
    Personal,

    /// <summary>Where the sequences of asked shares begin.</summary>
    Share,

    /// <summary>Latent vectors of the rows that conditions on numbers are tried on, and that gaps are first filled from.</summary>
    Pool,

    /// <summary>Latent vectors that draw one cell of a row by all others.</summary>
    Filling,

    /// <summary>What filling begins with.</summary>
    FillingStart,

    /// <summary>In training, which rows of a table that memory does not hold are in the sample.</summary>
    RowSample,

    /// <summary>In training, the coins of sketches of quantiles.</summary>
    Sketch,
}
