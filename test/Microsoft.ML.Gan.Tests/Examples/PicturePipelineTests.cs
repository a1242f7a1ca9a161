using Gan.Testing;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SkiaSharp;

namespace Microsoft.ML.Gan.Tests.Examples;

/// <summary>ML.NET's own transforms of pictures before and behind a GAN, as docs/pictures.md has them.</summary>
[TestClass]
public sealed class PicturePipelineTests
{
    private const int Side = 8;
    private const int Count = 16;

    [TestMethod]
    public void Pipeline_PicturesInFilesInAndMLImagesOut_GivesWhatTheGeneratorMade()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, Count).Select(index => WritePicture(folder, index)).ToArray();
        var mlContext = new MLContext(seed: 1);
        var files = mlContext.Data.LoadFromEnumerable(names.Select(name => new PictureRow { File = name }));

        var pixels = mlContext.Transforms.LoadImages("Image", folder.Path, nameof(PictureRow.File))
            .Append(mlContext.Transforms.ResizeImages("Image", Side, Side, resizing: ImageResizingEstimator.ResizingKind.IsoCrop))
            .Append(mlContext.Transforms.ExtractPixels("Features", "Image", interleavePixelColors: false, scaleImage: 1 / 255f));
        var data = pixels.Fit(files).Transform(files);
        using var gan = mlContext.Gan().Train(
            data,
            new GanTrainer.Options { Architecture = GanArchitectures.Mlp(16, 1), BatchSize = Count, MaxRounds = 1, Device = TrainingDevice.Cpu });
        var made = gan.Generator.Sample(3, seed: 4);
        var pictures = mlContext.Transforms.ConvertToImage(
            Side, Side, "Picture", "Sample", interleavedColors: false, scaleImage: 255).Fit(made).Transform(made);

        CollectionAssert.AreEqual(new[] { 3, Side, Side }, gan.Generator.SampleShape.ToArray());
        foreach (var (picture, sample) in pictures.GetColumn<MLImage>("Picture").Zip(made.GetColumn<float[]>("Sample")))
        {
            Assert.AreEqual((Side, Side), (picture.Width, picture.Height));
            Assert.AreEqual(MLPixelFormat.Bgra32, picture.PixelFormat);
            var last = picture.Pixels[^4..];
            for (var channel = 0; channel < 3; channel++)
                Assert.AreEqual(Math.Clamp(sample[(channel + 1) * Side * Side - 1] * 255, 0, 255), last[2 - channel], 1.0);
        }
    }

    [TestMethod]
    public void Pipeline_PicturesAsBytesReadAnewInEachPass_TrainsInTheirUnits()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, Count).Select(index => WritePicture(folder, index)).ToArray();
        var mlContext = new MLContext(seed: 1);
        var files = mlContext.Data.LoadFromEnumerable(names.Select(name => new PictureRow { File = name }));
        var pixels = mlContext.Transforms.LoadImages("Image", folder.Path, nameof(PictureRow.File))
            .Append(mlContext.Transforms.ResizeImages("Image", Side, Side, resizing: ImageResizingEstimator.ResizingKind.IsoCrop))
            .Append(mlContext.Transforms.ExtractPixels("Features", "Image", interleavePixelColors: false, outputAsFloatArray: false));

        using var gan = mlContext.Gan().Train(pixels.Fit(files).Transform(files), new()
        {
            Architecture = GanArchitectures.Mlp(16, 1),
            BatchSize = 8,
            MaxRounds = 3,
            Device = TrainingDevice.Cpu,
            MemoryLimit = 1,
        });

        var sample = gan.Generator.Sample(1).GetColumn<float[]>("Sample").Single();
        CollectionAssert.AreEqual(new[] { 3, Side, Side }, gan.Generator.SampleShape.ToArray());
        Assert.AreEqual((120 + 40 + 200) / 3, sample.Average(), 60, "The means of red, green and blue.");
    }

    private static string WritePicture(TemporaryFolder folder, int index)
    {
        using var bitmap = new SKBitmap(12, Side);
        bitmap.Erase(new SKColor((byte)(16 * index), 40, 200));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var name = $"{index}.png";
        File.WriteAllBytes(folder[name], data.ToArray());
        return name;
    }

    private sealed class PictureRow
    {
        public string File { get; init; } = "";
    }
}
