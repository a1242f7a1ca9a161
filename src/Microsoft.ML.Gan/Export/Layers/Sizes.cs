namespace Microsoft.ML.Gan.Export.Layers;

/// <summary>Arithmetic of dimensions.</summary>
internal static class Sizes
{
    public static int Product(this IEnumerable<int> sizes) => sizes.Aggregate(1, (product, size) => product * size);
}
