using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>
/// Puts the numbers of a row where rules want them: an end that came before its start becomes the start, or the start the end where that is
/// given; a total the sum of its parts.
/// </summary>
internal static class RowRules
{
    private const double Smallest = 1e-30;
    private const double Digits = 1e6;                                // of a step
    private const double NoBound = 1e150;                             // finite, so that differences from it are numbers

    /// <summary>The points of all numbers that rules are of, by number.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="kept">What rules keep.</param>
    /// <param name="pointsOf">The points of a number, double (N, 1).</param>
    /// <param name="isMissing">Whether a number is missing, Boolean (N, 1); null if it never is.</param>
    /// <param name="isGiven">Whether it is given, and stays as it is; null if it can't be.</param>
    public static IReadOnlyDictionary<int, OnnxValue> Write(
        OnnxGraphBuilder graph, KeptNumbers kept, Func<int, OnnxValue> pointsOf, Func<int, OnnxValue?> isMissing,
        Func<int, OnnxValue?> isGiven)
    {
        var points = new Dictionary<int, OnnxValue>();
        var missing = kept.Numbers.ToDictionary(number => number.Number, number => isMissing(number.Number));
        var most = new Dictionary<int, OnnxValue>();                  // that given numbers leave room for
        foreach (var number in kept.Numbers.Reverse())
            if (Most(number) is { } bound) most[number.Number] = bound;
        foreach (var number in kept.Numbers)
        {
            points[number.Number] = kept.Sums.FirstOrDefault(sum => sum.Total == number.Number) is { } sum
                ? Total(number, sum)
                : Placed(number);
            foreach (var order in kept.Orders.Where(order => order.Greater == number.Number)) Raise(number, order);
            if (isGiven(number.Number) is { } stays)
                points[number.Number] = graph.Where(stays, pointsOf(number.Number), points[number.Number]);
        }
        return points;

        OnnxValue Placed(KeptNumber number)
        {
            var own = pointsOf(number.Number);
            if (number is not { Step: 0 or 1 }) own = OnLattice(number, graph.Round(Steps(number, own)));
            own = graph.Clip(own, Constant(number.Least), Constant(number.Greatest));
            return most.TryGetValue(number.Number, out var bound) ? graph.Clip(own, null, bound) : own;
        }

        // a number that is given bounds those that must be less, and these bound others; none of them is moved for it
        OnnxValue? Most(KeptNumber number)
        {
            OnnxValue? bound = null;
            foreach (var order in kept.Orders.Where(order => order.Lesser == number.Number && most.ContainsKey(order.Greater)))
            {
                var own = Below(number, order, graph.AffineInverse(most[order.Greater], order.Slope, order.Offset));
                bound = bound is null ? own : graph.Clip(bound, null, own);
            }
            if (bound is not null && missing[number.Number] is { } isNone) bound = graph.Where(isNone, Constant(NoBound), bound);
            return isGiven(number.Number) is { } stays
                ? graph.Clip(graph.Where(stays, pointsOf(number.Number), Constant(NoBound)), null, bound)
                : bound;
        }

        OnnxValue Below(KeptNumber number, KeptOrder order, OnnxValue most)
        {
            var isExact = !order.IsStrict && order is { Slope: 1, Offset: 0 };
            if (number.Step == 0) return isExact ? most : graph.Minus(most, graph.Times(Gap(number, most), Constant(2)));
            var steps = WholeSteps(number, order, most);
            return OnLattice(number, order.IsStrict ? graph.Minus(graph.Elementwise("Ceil", steps), Constant(1)) : graph.Elementwise("Floor", steps));
        }

        OnnxValue Total(KeptNumber number, KeptSum sum)
        {
            var all = sum.Parts.Select(Part).Aggregate(graph.Plus);
            if (sum.Offset != 0) all = graph.Plus(all, Constant(sum.Offset));
            return number.Step == 0 ? all : graph.Round(all);
        }

        OnnxValue Part(KeptPart part)
        {
            var own = graph.Affine(points[part.Number], part.Slope, part.Offset);
            return missing[part.Number] is { } isNone ? graph.Where(isNone, Constant(0), own) : own;
        }

        void Raise(KeptNumber number, KeptOrder order)
        {
            var own = points[number.Number];
            var least = Above(number, order, graph.Affine(points[order.Lesser], order.Slope, order.Offset));
            var isWrong = graph.Compare("Greater", least, own);
            foreach (var one in new[] { missing[order.Lesser], missing[order.Greater] })
                if (one is not null) isWrong = graph.Logical("And", isWrong, graph.Elementwise("Not", one));
            points[number.Number] = graph.Where(isWrong, least, own);
        }

        OnnxValue Above(KeptNumber number, KeptOrder order, OnnxValue lesser)
        {
            if (number.Step == 0) return order.IsStrict ? graph.Plus(lesser, Gap(number, lesser)) : lesser;
            var steps = WholeSteps(number, order, lesser);
            return OnLattice(number, order.IsStrict ? graph.Plus(graph.Elementwise("Floor", steps), Constant(1)) : graph.Elementwise("Ceil", steps));
        }

        // a point of another grid may be a little off
        OnnxValue WholeSteps(KeptNumber number, KeptOrder order, OnnxValue point)
        {
            var steps = Steps(number, point);
            var areWhole = order.Slope == 1 && double.IsInteger(order.Offset) && number.Step == 1;
            return areWhole ? steps : graph.Over(graph.Round(graph.Times(steps, Constant(Digits))), Constant(Digits));
        }

        OnnxValue Gap(KeptNumber number, OnnxValue point) =>
            graph.Plus(graph.Times(graph.Elementwise("Abs", point), Constant(number.Error)), Constant(Smallest));

        OnnxValue Steps(KeptNumber number, OnnxValue point) => graph.Over(graph.Minus(point, Constant(number.Start)), Constant(number.Step));

        OnnxValue OnLattice(KeptNumber number, OnnxValue steps) => graph.Plus(graph.Times(steps, Constant(number.Step)), Constant(number.Start));

        OnnxValue Constant(double value) => graph.Constant([value], 1);
    }
}
