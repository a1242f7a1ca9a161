namespace Gan.Onnx.Graph;

/// <summary>A tensor of an ONNX graph: an input, a constant, or what a node gives.</summary>
/// <remarks>It has no name: <see cref="OnnxGraphBuilder"/> names all values when it builds the file.</remarks>
public sealed class OnnxValue
{
    /// <summary>The size of the batch dimension in <see cref="Dimensions"/>: known only when the model runs.</summary>
    public const int Batch = -1;

    internal OnnxValue(OnnxElementType elementType, IReadOnlyList<int> dimensions, string role)
    {
        ElementType = elementType;
        Dimensions = dimensions;
        Role = role;
    }

    /// <value>The type of the elements.</value>
    public OnnxElementType ElementType { get; }

    /// <value>All dimensions, with <see cref="Batch"/> for the batch size: a batch of 8x8 images has [-1, 1, 8, 8].</value>
    public IReadOnlyList<int> Dimensions { get; }

    /// <value>The dimensions of one row of the batch: [1, 8, 8] for a batch of 8x8 images.</value>
    public IReadOnlyList<int> RowShape => [.. Dimensions.Skip(1)];

    /// <summary>What the value's name is made of: an input's or output's own name, else the operator that gives it.</summary>
    internal string Role { get; set; }
}
