namespace Gan.Onnx;

/// <summary>Numbers between two, which belong to it if it is not said otherwise.</summary>
/// <param name="Least">The least number; −∞ for none.</param>
/// <param name="Greatest">The greatest; ∞ for none.</param>
/// <param name="IsOpen">Whether the ends that are finite do not belong to it.</param>
internal readonly record struct CellRange(double Least, double Greatest, bool IsOpen = false)
{
    /// <value>Whether it is one number.</value>
    public bool IsOne => Least == Greatest && !IsOpen;

    public bool Holds(double number) => IsOpen ? number > Least && number < Greatest : number >= Least && number <= Greatest;

    /// <summary>How far a number is from the range: 0 within it.</summary>
    public double Nearest(double number) => Math.Clamp(number, Least, Greatest);
}
