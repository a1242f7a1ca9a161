namespace Microsoft.ML.Gan.Training.State;

/// <summary>A training that can go back to a saved state after it diverged, and on from there with lower learning rates.</summary>
internal interface IRecoverable : IResumable
{
    /// <value>How often both learning rates have been halved. It is part of the state.</value>
    int RateHalvings { get; set; }
}
