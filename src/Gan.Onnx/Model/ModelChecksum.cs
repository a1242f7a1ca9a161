using System.Security.Cryptography;
using System.Text;
using Gan.Onnx.Graph;

namespace Gan.Onnx;

/// <summary>The checksum in a file's manifest: SHA-256 of all bytes of the file, where its own 64 digits count as the character 0.</summary>
/// <remarks>
/// A second pair of the metadata says that there is one, so that damage to its name in the manifest shows too. A checksum finds damage; against
/// an attacker, who can make a new one, it is no help.
/// </remarks>
internal static class ModelChecksum
{
    public const string MetadataKey = "gan.checksum";
    public const string Algorithm = "SHA-256";

    private static readonly byte[] Name = "\"checksum\":\""u8.ToArray();

    /// <value>What stands in the place of the digits before they are known.</value>
    public static string Blank { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Writes the digits into a file that has a place for them.</summary>
    public static void Seal(byte[] file)
    {
        var place = Place(file) ?? throw new ArgumentException("A file to seal must have a checksum in its manifest, but has none.", nameof(file));
        Digits(file, place).CopyTo(file.AsSpan(place));
    }

    /// <summary>Whether a file has the bytes that its checksum was made of, or was written without one.</summary>
    public static bool Holds(byte[] file) =>
        Place(file) is { } place ? file.AsSpan(place).StartsWith(Digits(file, place)) : OnnxMetadata.Locate(file, MetadataKey) is null;

    /// <summary>Where the digits begin; null if there are none.</summary>
    private static int? Place(byte[] file)
    {
        if (OnnxMetadata.Locate(file, GanManifest.MetadataKey) is not { } manifest) return null;
        var (start, length) = manifest.Value.GetOffsetAndLength(file.Length);
        var name = file.AsSpan(start, length).LastIndexOf(Name);
        var place = start + name + Name.Length;
        return name >= 0 && place + Blank.Length <= start + length ? place : null;
    }

    private static byte[] Digits(byte[] file, int place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file, 0, place);
        hash.AppendData(Encoding.ASCII.GetBytes(Blank));
        hash.AppendData(file.AsSpan(place + Blank.Length));
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
