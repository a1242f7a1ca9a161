using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>That a number may be another number of its row: of a card's bills a fifth are equal to the next payment.</summary>
/// <param name="Choice">The index of the choice that says whether it is: the one that says whether the number is there.</param>
/// <param name="Slot">The slot of that choice in which it is.</param>
/// <param name="Number">The index of the other number.</param>
/// <param name="Slope">Points of the number in a point of the other.</param>
/// <param name="Offset">The point of the number at the other's point 0.</param>
internal sealed record Tie(int Choice, int Slot, int Number, double Slope, double Offset)
{
    /// <summary>Whether a row's number is the other.</summary>
    /// <param name="own">The number's point.</param>
    /// <param name="other">The other's point.</param>
    public bool IsOf(double own, double other) => own == Slope * other + Offset;

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
        var same = row.Graph.Plus(row.Graph.Times(other, row.Graph.Constant([Slope], 1)), row.Graph.Constant([Offset], 1));
        return row.Graph.Where(row.IsIn(Choice, Slot), same, own);
    }
}
