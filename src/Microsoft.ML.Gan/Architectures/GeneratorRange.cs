namespace Microsoft.ML.Gan;

/// <summary>The range of a generator's raw output.</summary>
public enum GeneratorRange
{
    /// <summary>Any number: the training data is scaled to mean 0 and standard deviation 1.</summary>
    Unbounded,

    /// <summary>−1 to 1, as after a hyperbolic tangent: the training data's least and greatest value are scaled to −1 and 1.</summary>
    MinusOneToOne,
}
