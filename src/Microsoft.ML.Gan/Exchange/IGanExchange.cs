namespace Microsoft.ML.Gan;

/// <summary>What joins the processes that train one GAN together, its ranks: each has rows of its own, and all move by the same gradient.</summary>
/// <remarks>
/// <para><see cref="GanExchange.Mpi"/> is one. One of your own, over another network, needs these three members.</para>
/// <para>All ranks call <see cref="Sum"/> as often as each other and in the same order; a rank that does not ends or blocks the others.</para>
/// </remarks>
public interface IGanExchange
{
    /// <value>The number of this process among all, from 0. Rank 0 reports and writes checkpoints.</value>
    int Rank { get; }

    /// <value>The number of processes. Range: &gt; 0.</value>
    int Size { get; }

    /// <summary>Puts the sums over all ranks in the place of values, component by component, and returns when that is done.</summary>
    /// <param name="values">The values of this rank; there are as many at every rank. Every rank gets the same sums, to the bit.</param>
    void Sum(Span<float> values);
}
