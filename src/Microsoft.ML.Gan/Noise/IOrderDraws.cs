namespace Microsoft.ML.Gan.Noise;

/// <summary>What an order of rows is drawn from.</summary>
internal interface IOrderDraws
{
    /// <summary>Independent numbers from 0 to below a bound.</summary>
    long[] Numbers(long count, long below);

    /// <summary>The numbers 0 to count − 1 in random order.</summary>
    long[] Permutation(long count);
}
