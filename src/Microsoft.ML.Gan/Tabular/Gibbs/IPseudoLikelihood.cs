using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>The pseudo-likelihood (Besag 1975) that a network gives to rows: the mean of log p(cell | all other cells).</summary>
internal interface IPseudoLikelihood : IDisposable
{
    /// <value>The network.</value>
    nn.Module<Tensor, Tensor, Tensor> Network { get; }

    /// <value>What the network learns by.</value>
    AdamSettings Adam { get; }

    /// <value>The share of the steps in which the learning rate rises from 0.</value>
    double WarmUp { get; }

    /// <summary>Of one cell of each row, drawn at random: a scalar with its graph.</summary>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    Tensor OfDrawnCells(Tensor rows);

    /// <summary>Of all cells of all rows.</summary>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    /// <param name="rowsAtOnce">The rows of a pass through the network.</param>
    double OfAllCells(Tensor rows, int rowsAtOnce);

    /// <summary>The mean over all rows and all cells that are drawn anew.</summary>
    /// <param name="drawn">How many cells of a row are drawn anew.</param>
    /// <param name="rows">Encoded rows: (N, row width).</param>
    /// <param name="rowsAtOnce">The rows of a pass through the network.</param>
    /// <param name="mean">The mean of rows, for one of the cells: a scalar.</param>
    static double MeanOfCells(int drawn, Tensor rows, int rowsAtOnce, Func<Tensor, int, Tensor> mean)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var batches = rows.split(rowsAtOnce, 0);
        return Enumerable.Range(0, drawn).Average(place => batches.Sum(batch =>
        {
            using var inner = NewDisposeScope();                      // each is as large as the batch
            return mean(batch, place).item<float>() * batch.shape[0] / rows.shape[0];
        }));
    }
}
