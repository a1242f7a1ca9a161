using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>From codes and steps to values of a column's own type.</summary>
internal sealed class ColumnValues(OnnxGraphBuilder graph)
{
    /// <summary>The values of categories.</summary>
    /// <param name="column">The column.</param>
    /// <param name="codes">Int64 (N, 1); the code behind the last is of a missing cell.</param>
    public OnnxValue OfCategories(CategoryColumn column, OnnxValue codes)
    {
        var categories = column.Categories;
        if (column.Schema.IsText) return graph.Texts(codes, [.. categories.Select(category => category.Text)]);
        if (column.Schema.IsReal)
        {
            double[] reals = [.. categories.Select(category => category.Real), double.NaN];
            return graph.Cast(graph.Gather(graph.Constant(reals, reals.Length), codes), column.Schema.Value.ElementType);
        }
        long[] wholes = [.. categories.Select(category => ((WholeValue)column.Schema.Value).ToTensor(category.Whole)), 0];
        return graph.Cast(graph.Gather(graph.Constant(wholes, wholes.Length), codes), column.Schema.Value.ElementType);
    }

    /// <summary>The values of numbers.</summary>
    /// <param name="column">The column.</param>
    /// <param name="steps">Double (N, 1): steps that its numbers have.</param>
    /// <param name="isMissing">Boolean (N, 1); null if no cell is missing.</param>
    public OnnxValue OfNumbers(NumberColumn column, OnnxValue steps, OnnxValue? isMissing)
    {
        var grid = column.Grid;
        if (!column.Schema.IsReal)
        {
            var units = graph.Times(graph.Cast(steps, OnnxElementType.Int64), graph.Constant([grid.Unit], 1));
            var wholes = graph.Plus(units, graph.Constant([((WholeValue)column.Schema.Value).ToTensor(grid.Origin)], 1));
            if (isMissing is not null) wholes = graph.Where(isMissing, graph.Constant([0L], 1), wholes);
            return graph.Cast(wholes, column.Schema.Value.ElementType);
        }
        var zero = graph.Constant([0.0], 1);
        steps = graph.Where(graph.Compare("Equal", steps, zero), zero, steps);       // what is rounded up to zero is -0
        if (grid is { IsGrid: true, Decimals: > 0 }) steps = graph.Over(steps, graph.Constant([Math.Pow(10, grid.Decimals)], 1));
        if (isMissing is not null) steps = graph.Where(isMissing, graph.Constant([double.NaN], 1), steps);
        return graph.Cast(steps, column.Schema.Value.ElementType);
    }
}
