#:project ../../src/Microsoft.ML.Gan
#:package SkiaSharp.NativeAssets.Linux.NoDependencies
// Trains a GAN on the PNG files of a folder (the argument; without one, discs that it draws), and prints images that the GAN makes.
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;
using SkiaSharp;

const int Side = 16;
var folder = args is [var given, ..] ? given : DrawDiscs(Directory.CreateTempSubdirectory("discs-").FullName);
var data = new MLContext(seed: 1).Data.LoadFromEnumerable(Directory.EnumerateFiles(folder, "*.png").Order().Select(Read).ToList());

using var gan = new MLContext().Gan().Train(data, GanPresets.SmallImages with { SampleShape = [1, Side, Side], BatchSize = 32, MaxRounds = 300 });
var made = gan.Generator.Sample(count: 6, seed: 3).GetColumn<float[]>("Sample");
var images = made.Select(image => image.Select(grey => " .:+#"[Math.Clamp((int)(grey / 51), 0, 4)]).Chunk(Side).ToList()).ToList();
for (var y = 0; y < Side; y++) Console.WriteLine(string.Join("  ", images.Select(image => new string(image[y]))));
Console.WriteLine($"{gan.History.Rounds} rounds in {gan.History.Elapsed.TotalSeconds:F1} s on the images of {folder}.");

static Picture Read(string path)
{
    using var file = SKBitmap.Decode(path);
    using var scaled = file.Resize(new SKSizeI(Side, Side), SKSamplingOptions.Default);
    return new Picture([.. scaled.Pixels.Select(pixel => (float)pixel.Green)]);      // grey; of colours the three planes, one after the other
}

static string DrawDiscs(string folder)
{
    var random = new Random(1);
    using var picture = new SKBitmap(Side, Side);
    using var canvas = new SKCanvas(picture);
    for (var number = 0; number < 256; number++)
    {
        canvas.Clear(SKColors.Black);
        canvas.DrawCircle(random.Next(6, 11), random.Next(6, 11), random.Next(3, 6), new SKPaint { Color = SKColors.White });
        File.WriteAllBytes(Path.Combine(folder, $"{number}.png"), picture.Encode(SKEncodedImageFormat.Png, 100).ToArray());
    }
    return folder;
}

internal sealed record Picture([property: VectorType(16 * 16)] float[] Features);
