namespace Microsoft.ML.Gan.Tabular.Settings;

/// <summary>The defaults of <see cref="TabularGanTrainer.Options"/>; docs/benchmarks.md has the tables that they were measured on.</summary>
internal static class TabularDefaults
{
    /// <summary>As many as a knot of a column of numbers speaks of.</summary>
    public const int MinimumCategoryRows = 5;

    public const int LatentSize = 64;

    /// <summary>More steps in the same time did more than wider layers.</summary>
    public const int Width = 96;

    /// <summary>Residual blocks of G.</summary>
    public const int GeneratorBlocks = 2;

    /// <summary>Hidden layers of D.</summary>
    public const int DiscriminatorDepth = 3;

    /// <summary>The batch size of CTGAN (Xu et al. 2019).</summary>
    public const int BatchSize = 500;

    /// <summary>The rounds of an effort.</summary>
    public static int RoundsOf(TabularEffort effort) => effort switch
    {
        TabularEffort.Quick => 800,
        TabularEffort.Best => 80_000,
        _ => 8_000,
    };

    /// <summary>Rows that are wider than this have fewer rounds, as a round takes longer: a fit of 520 columns would take hours.</summary>
    public const int WideRow = 1_000;

    /// <summary>The widest rows have a fourth of the rounds.</summary>
    public const int MostShortening = 4;

    /// <summary>
    /// A fourth of D's, so that D stays near its optimum (Heusel et al. 2017): with equal rates pairs, utility and detection were all worse.
    /// </summary>
    public const double GeneratorLearningRate = 7e-4;

    public const double DiscriminatorLearningRate = 2.8e-3;

    public const double LastRateFactor = 0.02;

    /// <summary>Without momentum, as R3GAN (Huang et al. 2024).</summary>
    public const double AdamBeta1 = 0;

    /// <summary>Adam's β₂: Karras et al. (2018), appendix A.</summary>
    public const double AdamBeta2 = 0.99;

    /// <summary>γ of R1 and R2: 1 is somewhat better on Adult and much worse on California, 0.03 no different.</summary>
    public const double Gamma = 0.1;

    /// <summary>Karras et al. (2020, StyleGAN2), section 3.1, use 16 steps for images.</summary>
    public const int PenaltyInterval = 8;

    /// <summary>A factor of 0.999 a round of 500 rows.</summary>
    public const double EmaHalfLifeInSamples = 350_000;

    public const double ConditionedShare = 0.5;

    public const double HeldOutShare = 0.1;

    /// <summary>More rows would not make the measured quality much surer.</summary>
    public const int MostHeldOutRows = 2_000;

    /// <summary>Fewer rows than this are all needed to train on.</summary>
    public const int LeastRowsToHoldOut = 1_000;

    public const double Patience = 0.3;
}
