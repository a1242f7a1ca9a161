using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML.Gan.Training.Checkpoints;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Hashes of all values and classes of rows, taken in row by row.</summary>
internal sealed class RowHashes : IDisposable
{
    private readonly IncrementalHash _values = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _classes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ReadOnlySpan<byte> values, long? @class)
    {
        _values.AppendData(values);
        if (@class is { } known) _classes.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in known)));
    }

    public (string Values, string Classes) Read() => (Facts.Hash(_values), Facts.Hash(_classes));

    public void Dispose()
    {
        _values.Dispose();
        _classes.Dispose();
    }
}
