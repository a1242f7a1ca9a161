namespace Gan.Onnx;

/// <summary>What is to hold of all rows.</summary>
/// <param name="Codes">What the file is told: a row of <see cref="GanTensors.Given"/>.</param>
/// <param name="Wishes">What rows are looked for by.</param>
internal sealed record TableCondition(long[] Codes, IReadOnlyList<CellWish> Wishes);
