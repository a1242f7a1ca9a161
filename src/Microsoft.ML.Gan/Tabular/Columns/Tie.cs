using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>That a number may be another number of its row: of a card's bills a fifth are equal to the next payment.</summary>
/// <param name="Choice">The index of the choice that says whether it is: the one that says whether the number is there.</param>
/// <param name="Slot">The slot of that choice in which it is.</param>
/// <param name="Number">The index of the other number.</param>
/// <param name="Slope">Points of the number in a point of the other.</param>
/// <param name="Offset">The point of the number at the other's point 0.</param>
/// <param name="Common">The points that many rows have: that they are equal says nothing, and they are the number's own.</param>
/// <param name="Least">The least point of the number's own quantile function: what is below it is not taken over.</param>
/// <param name="Greatest">The greatest.</param>
internal sealed record Tie(
    int Choice, int Slot, int Number, double Slope, double Offset, IReadOnlyList<double> Common, double Least, double Greatest)
{
    /// <summary>Whether a row's number is the other.</summary>
    /// <param name="own">The number's point.</param>
    /// <param name="other">The other's point.</param>
    public bool IsOf(double own, double other) => own == Slope * other + Offset && !Common.Contains(own);

    /// <summary>Puts the rows in which they are equal into the slot.</summary>
    /// <param name="own">The number's points.</param>
    /// <param name="other">The other's points.</param>
    /// <param name="slots">Of each row, the slot of the choice.</param>
    public void Encode(double[] own, double[] other, int[] slots)
    {
        for (var row = 0; row < slots.Length; row++)
            if (IsOf(own[row], other[row])) slots[row] = Slot;
    }

    /// <summary>Writes the number's points, (N, 1): the other's where the row is one in which they are equal.</summary>
    /// <param name="row">What is decoded of the row.</param>
    /// <param name="own">The number's own points, (N, 1).</param>
    /// <param name="other">The other's, (N, 1).</param>
    public OnnxValue Decode(IDecodedRow row, OnnxValue own, OnnxValue other)
    {
        var same = row.Graph.Affine(other, Slope, Offset);
        var isInside = row.Graph.Logical(
            "And", row.Graph.Compare("GreaterOrEqual", same, row.Graph.Constant([Least], 1)),
            row.Graph.Compare("LessOrEqual", same, row.Graph.Constant([Greatest], 1)));
        return row.Graph.Where(row.Graph.Logical("And", row.IsIn(Choice, Slot), isInside), same, own);
    }
}
