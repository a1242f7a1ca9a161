namespace Gan.Onnx;

/// <summary>A made row that personal data is made for.</summary>
/// <param name="Seed">The seed that the row is made by.</param>
/// <param name="Number">The row, from 0.</param>
/// <param name="Form">What the column has where nobody makes personal data: letters and digits in the form of the training rows'.</param>
public readonly record struct PersonalRow(int Seed, long Number, string Form);
