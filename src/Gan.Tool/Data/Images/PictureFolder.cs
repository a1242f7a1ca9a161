namespace Gan.Tool.Data.Images;

/// <summary>A folder of pictures as images to train on. Its sub-folders are classes, if two or more hold pictures.</summary>
/// <param name="Images">The pictures.</param>
/// <param name="Skipped">The files that are none, or are in no class.</param>
internal sealed record PictureFolder(ImageSet Images, IReadOnlyList<SkippedFile> Skipped)
{
    private const int LeastPictures = 10;                           // of a class: a fifth of them is held out, and variety needs two

    /// <param name="folder">The folder.</param>
    /// <param name="format">What the pictures are made into.</param>
    /// <param name="most">How many files to read, taken evenly from all; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">There are too few pictures.</exception>
    public static PictureFolder Read(string folder, PictureFormat format, int? most, CancellationToken cancellationToken)
    {
        var files = Evenly(PictureFile.AllOf(folder), most);
        var (pictures, skipped) = Decode(files, format, cancellationToken);
        var classNames = pictures.Select(picture => picture.File.SubFolder).Where(name => name.Length > 0).Distinct().ToList();
        if (classNames.Count < 2) classNames.Clear();
        else skipped.AddRange(pictures.Where(IsOutside).Select(picture => new SkippedFile(picture.File.Name, "in no class's folder")));
        if (classNames.Count > 0) pictures.RemoveAll(IsOutside);
        RequireEnough(
            folder, files.Count, pictures.CountBy(picture => classNames.Count > 0 ? picture.File.SubFolder : "").DefaultIfEmpty(new("", 0)), skipped);

        var channels = format.Channels ?? (pictures.TrueForAll(picture => PictureColors.IsGrey(picture.Planes)) ? 1 : PictureDecoder.Channels);
        var shape = new ImageShape(channels, format.Size, format.Size);
        return new(new ImageSet(shape, classNames, [.. pictures.Select(ToImage)]), skipped);

        static bool IsOutside((PictureFile File, byte[] Planes) picture) => picture.File.SubFolder.Length == 0;

        LabelledImage ToImage((PictureFile File, byte[] Planes) picture) => new()
        {
            Features = PictureColors.Values(picture.Planes, channels),
            Label = classNames.Count > 0 ? picture.File.SubFolder : "",
        };
    }

    private static IReadOnlyList<PictureFile> Evenly(IReadOnlyList<PictureFile> files, int? most) => most is { } count && count < files.Count
        ? [.. Enumerable.Range(0, count).Select(index => files[(int)((long)index * files.Count / count)])]
        : files;

    private static (List<(PictureFile File, byte[] Planes)> Pictures, List<SkippedFile> Skipped) Decode(
        IReadOnlyList<PictureFile> files, PictureFormat format, CancellationToken cancellationToken)
    {
        var planes = new byte[]?[files.Count];
        var reasons = new string[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            try
            {
                planes[index] = PictureDecoder.Decode(files[index].Path, format.Size, format.Fit);
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                reasons[index] = fault.Message;
            }
        });
        var read = Enumerable.Range(0, files.Count).ToLookup(index => planes[index] is not null);
        return ([.. read[true].Select(index => (files[index], planes[index]!))],
            [.. read[false].Select(index => new SkippedFile(files[index].Name, reasons[index]))]);
    }

    private static void RequireEnough(
        string folder, int files, IEnumerable<KeyValuePair<string, int>> counts, List<SkippedFile> skipped)
    {
        if (counts.All(count => count.Value == 0))
        {
            throw new InvalidDataException(
                $"'{folder}' must be a folder of PNG or JPEG pictures, but of the {files:N0} files in it none is one." +
                (skipped is [var first, ..] ? $" The first, {first.Name}: {first.Reason}." : ""));
        }
        foreach (var (name, count) in counts.Where(count => count.Value < LeastPictures))
        {
            var whole = name.Length == 0 ? $"'{folder}'" : $"The class '{name}'";
            throw new InvalidDataException($"{whole} must have at least {LeastPictures} pictures, but has {count}. " +
                (name.Length == 0 ? "Add some." : "Add some, or move the class away."));
        }
    }
}
