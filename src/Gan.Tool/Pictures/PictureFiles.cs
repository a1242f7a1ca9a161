using System.Globalization;
using Gan.Tool.Data;
using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>A folder of PNG files, one an image, with a sub-folder for each class: what <c>images</c> reads. It is there when it is whole.</summary>
internal sealed class PictureFiles : IDisposable
{
    private const string Name = "pictures";

    private readonly ImageShape _shape;
    private readonly string _folder;
    private readonly string _aside;
    private PixelRange? _range;
    private int _count;

    /// <param name="shape">The shape of an image.</param>
    /// <param name="folder">Where the folder of pictures goes.</param>
    /// <exception cref="IOException">There is one already.</exception>
    public PictureFiles(ImageShape shape, string folder)
    {
        (_shape, _folder, _aside) = (shape, Path.Combine(folder, Name), Path.Combine(folder, $".gan-{Path.GetRandomFileName()}"));
        if (Path.Exists(_folder)) throw new IOException($"--pictures must make a new folder, but '{_folder}' is there already. Move it away.");
        Directory.CreateDirectory(_aside);
    }

    /// <summary>Writes an image.</summary>
    /// <param name="className">Its class, or null.</param>
    /// <param name="values">Its values. The first image decides what range they have.</param>
    public void Write(string? className, float[] values)
    {
        _range ??= PixelRange.Of([values]);
        var folder = className is null ? _aside : Path.Combine(_aside, FolderName(className));
        Directory.CreateDirectory(folder);
        using var picture = new SKBitmap(new SKImageInfo(_shape.Width, _shape.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Tile.Paint(picture, values, _shape, _range.Value);
        using var stream = File.Create(Path.Combine(folder, (++_count).ToString("00000000", CultureInfo.InvariantCulture) + ".png"));
        picture.Encode(stream, SKEncodedImageFormat.Png, 100);
    }

    /// <summary>Puts the folder in its place.</summary>
    public void Publish() => Directory.Move(_aside, _folder);

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
    }

    /// <summary>A class's name as one of a folder: characters that a folder's name cannot have become "-".</summary>
    private static string FolderName(string className)
    {
        var name = string.Concat(className.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim();
        return name.TrimStart('.').Length < name.Length || name.Length == 0 ? "-" + name : name;
    }
}
