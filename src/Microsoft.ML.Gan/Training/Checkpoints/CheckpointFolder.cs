using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gan.Onnx;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>The checkpoints of a folder, by their numbers: each a whole file with a checksum, the last of them kept.</summary>
/// <param name="folder">The folder.</param>
/// <param name="keep">How many are kept.</param>
internal sealed class CheckpointFolder(string folder, int keep)
{
    private const string Prefix = "checkpoint-", Suffix = ".safetensors";
    private const string Checksum = "sha256";

    /// <value>The files, the newest first.</value>
    private IReadOnlyList<(int Number, string Path)> Files => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}").Select(path => (Number: NumberOf(path), Path: path))
            .Where(file => file.Number >= 0).OrderByDescending(file => file.Number)]
        : [];

    /// <summary>The newest checkpoint that is whole, with its path; null if there is none.</summary>
    /// <param name="warn">Is told of each that is not.</param>
    public (string Path, SavedState State, IReadOnlyDictionary<string, string> Facts)? Newest(Action<string> warn)
    {
        foreach (var (_, path) in Files)
        {
            try
            {
                var (state, facts) = SafetensorsFile.Read(path);
                if (facts.Remove(Checksum, out var checksum) && checksum == Hash(state, facts)) return (path, state, facts);
                warn($"The checkpoint '{path}' is passed over: it is damaged, or was not written by a fit.");
            }
            catch (InvalidDataException damage)
            {
                warn($"The checkpoint '{path}' is passed over. {damage.Message}");
            }
        }
        return null;
    }

    /// <summary>Writes one more checkpoint, and removes what is too old.</summary>
    /// <exception cref="IOException">It can't be written; the others are as they were.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void Write(SavedState state, IReadOnlyDictionary<string, string> facts)
    {
        Directory.CreateDirectory(folder);
        var number = Files is [var newest, ..] ? newest.Number + 1 : 1;
        var sealedFacts = new Dictionary<string, string>(facts) { [Checksum] = Hash(state, facts) };
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:000000}{Suffix}"));
        AtomicFile.Write(path, stream => SafetensorsFile.Write(stream, state, sealedFacts));
        foreach (var old in Files.Skip(keep)) File.Delete(old.Path);
    }

    private static int NumberOf(string path)
    {
        var digits = Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private static string Hash(SavedState state, IReadOnlyDictionary<string, string> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={text}\n"));
        foreach (var (name, tensor) in state)
        {
            var line = $"{name} {SafetensorsFile.TypeName(tensor.Values)} {string.Join(' ', tensor.Shape)}\n";
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData(SafetensorsFile.Bytes(tensor.Values));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
