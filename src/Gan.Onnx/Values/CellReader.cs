namespace Gan.Onnx;

/// <summary>Reads a column's cells in their common form.</summary>
/// <param name="Next">The cell of the row that the cursor is at.</param>
/// <param name="Value">The type of the values, as the cells that were read so far show it.</param>
internal sealed record CellReader<TForm>(Func<TForm> Next, Func<TabularValueOf<TForm>> Value);
