using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>Puts the numbers of a row in the order that the table's have: a least temperature above the greatest changes places with it.</summary>
internal static class RowOrder
{
    private const int Exchanges = 2;                                  // rounds of them, before the rest is moved: hardly a row needs the second

    /// <summary>The points of all numbers that must be in order, by number.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="orders">What must be.</param>
    /// <param name="pointsOf">The points of a number, double (N, 1).</param>
    /// <param name="isMissing">Whether a number is missing, Boolean (N, 1); null if it never is.</param>
    /// <param name="isGiven">Whether it is given, and the other one moves; null if it can't be.</param>
    /// <param name="isGrid">Whether its points are whole.</param>
    public static IReadOnlyDictionary<int, OnnxValue> Write(
        OnnxGraphBuilder graph, IReadOnlyList<NumberOrder> orders, Func<int, OnnxValue> pointsOf, Func<int, OnnxValue?> isMissing,
        Func<int, OnnxValue?> isGiven, Func<int, bool> isGrid)
    {
        var points = orders.SelectMany(order => new[] { order.Lesser, order.Greater }).Distinct().ToDictionary(number => number, pointsOf);
        var missing = points.Keys.ToDictionary(number => number, isMissing);
        for (var exchange = 0; exchange < Exchanges; exchange++)
            foreach (var order in orders.Where(order => order.AreAlike)) Exchange(order);
        foreach (var order in orders) Raise(order);
        return points;

        void Exchange(NumberOrder order)
        {
            var (lesser, greater) = (points[order.Lesser], points[order.Greater]);
            var isWrong = IsWrong(order, lesser);
            (points[order.Lesser], points[order.Greater]) = (
                graph.Where(And(isWrong, Moves(order.Lesser, order.Greater)), greater, lesser),
                graph.Where(And(isWrong, Moves(order.Greater, order.Lesser)), lesser, greater));
        }

        // unless it alone is given: two given ones that contradict each other change places, which tells who gave them
        OnnxValue? Moves(int number, int other)
        {
            if (isGiven(number) is not { } isOwn) return null;
            var isFree = graph.Elementwise("Not", isOwn);
            return isGiven(other) is { } isOther ? graph.Logical("Or", isFree, isOther) : isFree;
        }

        OnnxValue And(OnnxValue one, OnnxValue? other) => other is null ? one : graph.Logical("And", one, other);

        void Raise(NumberOrder order)
        {
            var least = points[order.Lesser];
            if (!order.AreAlike) least = graph.Affine(least, order.Slope, order.Offset);
            if (order.IsGrid) least = graph.Elementwise("Ceil", least);
            var isWrong = IsWrong(order, least);
            var raised = graph.Where(And(isWrong, Moves(order.Greater, order.Lesser)), least, points[order.Greater]);
            if (isGiven(order.Greater) is { } isOther)                // the lesser one sinks to it
            {
                var most = graph.AffineInverse(points[order.Greater], order.Slope, order.Offset);
                if (isGrid(order.Lesser)) most = graph.Elementwise("Floor", most);
                var sinks = And(graph.Logical("And", isWrong, isOther), Moves(order.Lesser, order.Greater));
                points[order.Lesser] = graph.Where(sinks, most, points[order.Lesser]);
            }
            points[order.Greater] = raised;
        }

        OnnxValue IsWrong(NumberOrder order, OnnxValue lesser)
        {
            var isWrong = graph.Compare("Greater", lesser, points[order.Greater]);
            foreach (var one in new[] { missing[order.Lesser], missing[order.Greater] })
                if (one is not null) isWrong = graph.Logical("And", isWrong, graph.Elementwise("Not", one));
            return isWrong;
        }
    }
}
