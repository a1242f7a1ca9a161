using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies a 64-bit little-endian ELF library with one of the symbol versions it needs marked weak, so that the loader
/// accepts a libstdc++ that lacks that version. Any other file is copied as it is.
/// </summary>
public sealed class WeakenVersionNeed : Task
{
    [Required]
    public string Source { get; set; }

    [Required]
    public string Destination { get; set; }

    /// <summary>The version, for example GLIBCXX_3.4.32.</summary>
    [Required]
    public string Version { get; set; }

    public override bool Execute()
    {
        byte[] library = File.ReadAllBytes(Source);
        int weakened = ElfVersionNeeds.Weaken(library, Version);

        Directory.CreateDirectory(Path.GetDirectoryName(Destination));
        string temporary = Destination + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(temporary, library);
        if (File.Exists(Destination)) File.Delete(Destination);
        File.Move(temporary, Destination);

        Log.LogMessage("{0}: {1} is needed weakly ({2} entries)", Path.GetFileName(Source), Version, weakened);
        return true;
    }
}

/// <summary>The version needs of an ELF image (Linux Standard Base Core, "Symbol Versioning").</summary>
internal static class ElfVersionNeeds
{
    private const uint SectionTypeVersionNeed = 0x6ffffffe;     // SHT_GNU_verneed
    private const byte FlagWeak = 2;                            // VER_FLG_WEAK

    /// <summary>Sets the weak flag on each need for the version, and returns how many were set.</summary>
    public static int Weaken(byte[] image, string version)
    {
        if (!IsElf64LittleEndian(image)) return 0;

        long sections = (long)UInt64(image, 0x28);
        int sectionSize = UInt16(image, 0x3A), sectionCount = UInt16(image, 0x3C), weakened = 0;
        for (int s = 0; s < sectionCount; s++)
        {
            long section = sections + (long)s * sectionSize;
            if (UInt32(image, section + 4) != SectionTypeVersionNeed) continue;

            long linkedSection = sections + (long)UInt32(image, section + 0x28) * sectionSize;
            long names = (long)UInt64(image, linkedSection + 0x18);
            long need = (long)UInt64(image, section + 0x18);
            for (uint left = UInt32(image, section + 0x2C); left > 0; left--)
            {
                weakened += WeakenNeed(image, need, names, version);
                uint next = UInt32(image, need + 12);
                if (next == 0) break;
                need += next;
            }
        }
        return weakened;
    }

    private static int WeakenNeed(byte[] image, long need, long names, string version)
    {
        int weakened = 0;
        long entry = need + UInt32(image, need + 8);
        for (int left = UInt16(image, need + 2); left > 0; left--)
        {
            if (Name(image, names + UInt32(image, entry + 8)) == version && (UInt16(image, entry + 4) & FlagWeak) == 0)
            {
                image[entry + 4] |= FlagWeak;
                weakened++;
            }
            entry += UInt32(image, entry + 12);
        }
        return weakened;
    }

    private static bool IsElf64LittleEndian(byte[] image)
    {
        return image.Length >= 64 && image[0] == 0x7f && image[1] == 'E' && image[2] == 'L' && image[3] == 'F' && image[4] == 2 && image[5] == 1;
    }

    private static ushort UInt16(byte[] image, long at)
    {
        return (ushort)(image[at] | image[at + 1] << 8);
    }

    private static uint UInt32(byte[] image, long at)
    {
        return UInt16(image, at) | (uint)UInt16(image, at + 2) << 16;
    }

    private static ulong UInt64(byte[] image, long at)
    {
        return UInt32(image, at) | (ulong)UInt32(image, at + 4) << 32;
    }

    private static string Name(byte[] image, long at)
    {
        int end = Array.IndexOf(image, (byte)0, (int)at);
        return Encoding.ASCII.GetString(image, (int)at, end - (int)at);
    }
}
