using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>The defaults of <see cref="GanTrainer.Options"/>, each with where it comes from.</summary>
internal static class GanDefaults
{
    /// <summary>The networks when none are chosen: by the sample's shape.</summary>
    public static readonly GanArchitecture Architecture = GanArchitectures.ByShape();

    /// <summary>Adam's learning rate for both players: Radford et al. (2015), section 4.</summary>
    public const double LearningRate = 2e-4;

    /// <summary>Adam's β₁: Radford et al. (2015), section 4.</summary>
    public const double AdamBeta1 = 0.5;

    /// <summary>Adam's β₂: Karras et al. (2018), appendix A.</summary>
    public const double AdamBeta2 = 0.99;

    /// <summary>Adam's ε: Kingma and Ba (2015), algorithm 1.</summary>
    public const double AdamEpsilon = 1e-8;

    /// <summary>The size of z: Radford et al. (2015) use 100; a power of two near it runs faster.</summary>
    public const int LatentSize = 64;

    public const LatentPrior Prior = LatentPrior.Normal;

    public const int BatchSize = 64;

    public const int Epochs = 100;

    /// <summary>Rows that D judges together: 1 is the GAN without packing, Lin et al. (2018).</summary>
    public const int PackSize = 1;

    /// <summary>k of algorithm 1, Goodfellow et al. (2014).</summary>
    public const int DiscriminatorSteps = 1;

    /// <summary>γ of R1 when no regularizer is chosen: within the range of Karras et al. (2020), table 6, for small images.</summary>
    public const double R1Gamma = 0.1;

    /// <summary>The half-life of the averaged weights, in samples: Karras et al. (2018), appendix A.</summary>
    public const double EmaHalfLifeInSamples = 10_000;

    /// <summary>The half-life is at most this share of the samples seen so far: Karras et al. (2020, ADA), whose code ramps it up so.</summary>
    public const double EmaRampUp = 0.05;

    /// <summary>The length of a class's embedding beside a vector.</summary>
    public const int ClassEmbeddingSize = 16;

    /// <summary>About how many reports a fit's history has.</summary>
    public const int ReportsPerFit = 200;

    /// <summary>Reports are never further apart than this many rounds.</summary>
    public const int RoundsPerReport = 100;

    /// <summary>A loss or penalty of this size, or one that is not finite, is divergence: logits have left all bounds.</summary>
    public const double GreatestLoss = 1e6;
}
