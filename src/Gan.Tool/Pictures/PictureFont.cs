using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>The first of the usual sans-serif fonts that this machine has.</summary>
internal static class PictureFont
{
    private static readonly string[] Usual = ["Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial"];

    public static string Family { get; } = Usual.Intersect(SKFontManager.Default.FontFamilies).FirstOrDefault() ?? SKTypeface.Default.FamilyName;
}
