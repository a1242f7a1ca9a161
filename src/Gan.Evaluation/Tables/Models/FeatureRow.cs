using Microsoft.ML.Data;

namespace Gan.Evaluation.Tables.Models;

/// <summary>A row as the trainers want it.</summary>
internal sealed class FeatureRow
{
    public VBuffer<float> Features { get; set; }

    /// <value>The number that a regression predicts.</value>
    public float Target { get; set; }

    /// <value>Whether that number is positive.</value>
    public bool IsPositive { get; set; }
}
