namespace Gan.Onnx;

/// <summary>What a type needs beside its name to be the type of one column.</summary>
/// <param name="KeyCount">The count of a key type; 0 for other types.</param>
/// <param name="KeyValues">The values behind the keys, when they are texts; else empty.</param>
/// <param name="OffsetMinutes">What moments are written with: their offset from universal time; 0 for other types.</param>
internal sealed record ValueTraits(long KeyCount, IReadOnlyList<string> KeyValues, int OffsetMinutes = 0)
{
    public static ValueTraits None { get; } = new(0, []);
}
