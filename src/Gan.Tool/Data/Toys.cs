namespace Gan.Tool.Data;

/// <summary>Mixtures whose truth is known, each hard in a way of its own.</summary>
internal static class Toys
{
    /// <value>
    /// By name: sharp modes on a circle and on a grid, of unequal weights, in five dimensions, with one far away that is rare, and the circle in
    /// other units.
    /// </value>
    public static IReadOnlyDictionary<string, NormalMixture> All { get; } = new Dictionary<string, NormalMixture>
    {
        ["ring"] = NormalMixture.OnCircle(modes: 8, radius: 1, deviation: 0.01),
        ["grid"] = new(0.05, Grid(side: 5, spacing: 2)),
        ["ellipse"] = UnequalModesOnAnEllipse(),
        ["simplex"] =
            new(0.05, [.. Enumerable.Range(0, 6).Select(corner => Enumerable.Range(0, 5).Select(axis => corner == axis ? 4.0 : 0).ToArray())]),
        ["outlier"] = new(0.04, [.. Grid(side: 3, spacing: 1.5), [6, 6]], [.. Enumerable.Repeat(0.98 / 9, 9), 0.02]),
        ["units"] = NormalMixture.OnCircle(8, 1_000, 10, 50_000, -3_000),
    };

    private static double[][] Grid(int side, double spacing)
    {
        var places = Enumerable.Range(0, side).Select(place => spacing * (place - (side - 1) / 2.0)).ToArray();
        return [.. places.SelectMany(x => places.Select(y => new[] { x, y }))];
    }

    /// <summary>Seven modes of weights 1 to 3 on an ellipse that lies aslant.</summary>
    private static NormalMixture UnequalModesOnAnEllipse()
    {
        var (sine, cosine) = Math.SinCos(Math.PI / 6);
        return new(0.03, [.. NormalMixture.OnCircle(7, 1, 1).Means.Select(mean => (X: 3 * mean[0], Y: 1.2 * mean[1]))
            .Select(point => new[] { point.X * cosine - point.Y * sine, point.X * sine + point.Y * cosine })],
            [.. Enumerable.Range(0, 7).Select(mode => 1 + mode * 3 % 7 / 3.0)]);
    }
}
