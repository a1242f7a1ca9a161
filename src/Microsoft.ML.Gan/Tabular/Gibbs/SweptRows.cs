using Microsoft.ML.Gan.Tabular.Columns;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Rows of the generator with the numbers that training rows have where their values are the same.</summary>
internal static class SweptRows
{
    /// <summary>Changes all numbers of rows from the generator's own outputs.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="rows">(N, row width).</param>
    /// <param name="maps">Of the generator's numbers.</param>
    public static void ToTeacherRanks(TableSchema schema, Tensor rows, IReadOnlyList<QuantileMap> maps)
    {
        foreach (var (number, map) in maps.Index()) ToTeacherRanks(schema.Layout.Number(rows, number), schema.Layout.PresenceOf(rows, number), map);
    }

    /// <summary>Changes one number.</summary>
    /// <param name="numbers">What the map is of: (N).</param>
    /// <param name="presence">1 where it is there: (N); null if it always is.</param>
    /// <param name="map">The map.</param>
    public static void ToTeacherRanks(Tensor numbers, Tensor? presence, QuantileMap map)
    {
        using var scope = NewDisposeScope();
        var ranks = tensor(Array.ConvertAll(numbers.contiguous().data<float>().ToArray(), map.RankOf)).NormalQuantile();
        numbers.copy_(presence is null ? ranks : ranks * presence);
    }
}
