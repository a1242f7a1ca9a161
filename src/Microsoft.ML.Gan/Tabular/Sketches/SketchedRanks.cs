using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Sketches;

/// <summary>The ranks of values among all rows of a column, from 0 to 1, as a sketch knows them.</summary>
internal sealed class SketchedRanks
{
    private readonly double[] _values;
    private readonly double[] _upTo;                                  // the share of the rows up to each value

    /// <param name="values">Some of the values, ascending; at least one.</param>
    /// <param name="weights">The rows that each of them stands for.</param>
    /// <param name="least">The least value of all rows.</param>
    /// <param name="greatest">The greatest.</param>
    public SketchedRanks(double[] values, long[] weights, double least, double greatest)
    {
        (_values, Least, Greatest) = (values, least, greatest);
        var (all, rows) = (weights.Sum(), 0L);
        _upTo = Array.ConvertAll(weights, weight => (double)(rows += weight) / all);
    }

    /// <value>The least value of all rows.</value>
    public double Least { get; }

    /// <value>The greatest value of all rows.</value>
    public double Greatest { get; }

    /// <summary>The share of the rows whose values are below one.</summary>
    public double Below(double value) => UpToPlace(SortedNumbers.Below(_values, value, withEqual: false));

    /// <summary>The share of the rows whose values are one or below it.</summary>
    public double UpTo(double value) => UpToPlace(SortedNumbers.Below(_values, value, withEqual: true));

    private double UpToPlace(int place) => place == 0 ? 0 : _upTo[place - 1];
}
