using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Writes the vector of the current row.</summary>
internal delegate void VectorWriter(Span<float> vector);

/// <summary>A row that makes vectors itself and writes them where they are wanted. What a getter gives would be copied once more.</summary>
internal interface IVectorRow
{
    /// <summary>The writer of a column of vectors; null where the column has a getter alone.</summary>
    VectorWriter? Writer(DataViewSchema.Column column);
}
