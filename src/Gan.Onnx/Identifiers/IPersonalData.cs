namespace Gan.Onnx;

/// <summary>Makes names, mail addresses and the like that look real, for columns of which the file has no value.</summary>
/// <remarks>What it makes is a function of the kind, the seed and the number of the row alone, on any thread.</remarks>
public interface IPersonalData
{
    /// <summary>Makes a cell.</summary>
    /// <param name="kind">What the column holds.</param>
    /// <param name="row">The row. Cells of one row may be made to fit: a mail address to a name.</param>
    /// <returns>The cell, or the row's <see cref="PersonalRow.Form"/> where that is good enough.</returns>
    string Make(PersonalKind kind, PersonalRow row);
}
