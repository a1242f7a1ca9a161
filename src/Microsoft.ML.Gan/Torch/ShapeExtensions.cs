namespace Microsoft.ML.Gan.Torch;

internal static class ShapeExtensions
{
    /// <summary>The number of elements in a shape.</summary>
    public static int Product(this IEnumerable<int> shape) => shape.Aggregate(1, (product, size) => checked(product * size));
}
