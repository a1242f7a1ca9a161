using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Tabular.Players;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>A trained generator of a table with all that its export needs.</summary>
/// <param name="Schema">What the columns are to the networks.</param>
/// <param name="Generator">The model of rows, in inference mode.</param>
/// <param name="LatentSize">The length of z.</param>
/// <param name="Maps">Of each number, from the generator's outputs to points.</param>
/// <param name="Refinement">Draws cells anew; null for rows as the generator makes them.</param>
internal sealed record TabularModel(
    TableSchema Schema, IRowGenerator Generator, int LatentSize, IReadOnlyList<QuantileMap> Maps, IRowRefinement? Refinement = null);
