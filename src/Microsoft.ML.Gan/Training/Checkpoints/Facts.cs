using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>What must be the same where a fit goes on: each option and each part of the data, by name.</summary>
internal static class Facts
{
    private const string HashPrefix = "sha256:";

    /// <summary>The bytes of values, as a text of constant length.</summary>
    public static string Hash<T>(ReadOnlySpan<T> values) where T : struct =>
        HashPrefix + Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)));

    /// <summary>The bytes that a hash has taken in, as a text of constant length.</summary>
    public static string Hash(IncrementalHash taken) => HashPrefix + Convert.ToHexStringLower(taken.GetHashAndReset());

    /// <summary>What differs, as ends of a sentence.</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> saved, IReadOnlyDictionary<string, string> now)
    {
        foreach (var (name, value) in now)
        {
            if (!saved.TryGetValue(name, out var before)) yield return $"{name} is new";
            else if (before != value)
                yield return value.StartsWith(HashPrefix, StringComparison.Ordinal) ? $"{name} changed" : $"{name} was {before} and is {value}";
        }
        foreach (var name in saved.Keys.Where(name => !now.ContainsKey(name))) yield return $"{name} is gone";
    }
}
