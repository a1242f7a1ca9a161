using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Writes values of a column's own type, from the codes of categories and from points of a grid.</summary>
internal static class CellValues
{
    /// <summary>The values of categories.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="schema">What ML.NET says of the column.</param>
    /// <param name="categories">Its categories.</param>
    /// <param name="codes">Int64 (N, 1); the code behind the last is of a missing cell.</param>
    public static OnnxValue OfCategories(OnnxGraphBuilder graph, ColumnSchema schema, IReadOnlyList<Category> categories, OnnxValue codes)
    {
        if (schema.IsText) return graph.Texts(codes, [.. categories.Select(category => category.Text)]);
        if (schema.IsReal)
        {
            double[] reals = [.. categories.Select(category => category.Real), double.NaN];
            return graph.Cast(graph.Gather(graph.Constant(reals, reals.Length), codes), schema.Value.ElementType);
        }
        long[] wholes = [.. categories.Select(category => ((WholeValue)schema.Value).ToTensor(category.Whole)), 0];
        return graph.Cast(graph.Gather(graph.Constant(wholes, wholes.Length), codes), schema.Value.ElementType);
    }

    /// <summary>The nearest points of numbers, as an output of the column has them.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="schema">What ML.NET says of the column.</param>
    /// <param name="grid">The grid that its values lie on.</param>
    /// <param name="values">Double (N, 1).</param>
    public static OnnxValue PointsOf(OnnxGraphBuilder graph, ColumnSchema schema, ValueGrid grid, OnnxValue values)
    {
        if (!grid.IsGrid) return values;
        if (schema.IsReal) return graph.Round(graph.Times(values, graph.Constant([Math.Pow(10, grid.Decimals)], 1)));
        var origin = graph.Constant([(double)((Int128)grid.Origin - schema.Value.Zero)], 1);
        return graph.Round(graph.Over(graph.Minus(values, origin), graph.Constant([(double)grid.Unit], 1)));
    }

    /// <summary>The values of numbers.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="schema">What ML.NET says of the column.</param>
    /// <param name="grid">The grid that its values lie on.</param>
    /// <param name="points">Double (N, 1): points that its numbers have.</param>
    /// <param name="isMissing">Boolean (N, 1); null if no cell is missing.</param>
    public static OnnxValue OfNumbers(OnnxGraphBuilder graph, ColumnSchema schema, ValueGrid grid, OnnxValue points, OnnxValue? isMissing)
    {
        if (!schema.IsReal)
        {
            var units = graph.Times(graph.Cast(points, OnnxElementType.Int64), graph.Constant([grid.Unit], 1));
            var wholes = graph.Plus(units, graph.Constant([((WholeValue)schema.Value).ToTensor(grid.Origin)], 1));
            if (isMissing is not null) wholes = graph.Where(isMissing, graph.Constant([0L], 1), wholes);
            return graph.Cast(wholes, schema.Value.ElementType);
        }
        var zero = graph.Constant([0.0], 1);
        points = graph.Where(graph.Compare("Equal", points, zero), zero, points);       // what is rounded up to zero is -0
        if (grid is { IsGrid: true, Decimals: > 0 }) points = graph.Over(points, graph.Constant([Math.Pow(10, grid.Decimals)], 1));
        if (isMissing is not null) points = graph.Where(isMissing, graph.Constant([double.NaN], 1), points);
        return graph.Cast(points, schema.Value.ElementType);
    }
}
