using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>A trained generator of a table with all that its export needs.</summary>
/// <param name="Encoding">The table as the network has it.</param>
/// <param name="Generator">The network, in inference mode.</param>
/// <param name="LatentSize">The length of z.</param>
/// <param name="Scales">For each column of numbers, its knots over the network's outputs.</param>
/// <param name="Dependencies">Draws categories, and numbers of few values, anew; null for rows as the generator makes them.</param>
internal sealed record TabularModel(
    TableEncoding Encoding, TabularGeneratorNetwork Generator, int LatentSize, IReadOnlyList<QuantileMap> Scales, DependencyNetwork? Dependencies = null);
