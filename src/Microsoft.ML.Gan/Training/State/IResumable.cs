namespace Microsoft.ML.Gan.Training.State;

/// <summary>A part of a training that can be saved at a report, and go on from there in another object of the same settings and data.</summary>
/// <remarks>Each part writes and reads what changes as training goes; what its settings and its seed decide is made anew.</remarks>
internal interface IResumable
{
    /// <summary>Writes what changes as training goes.</summary>
    void Save(StateWriter to);

    /// <summary>Takes over what <see cref="Save"/> has written.</summary>
    /// <exception cref="InvalidOperationException">It was written by a training of other settings.</exception>
    void Load(StateReader from);
}
