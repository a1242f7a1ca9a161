namespace Gan.Onnx;

/// <summary>What the numbers of a column measure: columns of one quantity can be compared, and subtracted from each other.</summary>
internal sealed class Quantity
{
    /// <summary>Numbers of any type.</summary>
    public static Quantity Number { get; } = new();
}
