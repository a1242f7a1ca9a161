using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Benchmarks;

/// <summary>
/// Three handwritten digits as the channels of an image: a thousand modes, told apart by a classifier (Metz et al. 2017, there with MNIST).
/// </summary>
/// <remarks>Each of the thousand triples is as likely as the others; which images of its digits a row has is drawn at random.</remarks>
internal sealed class StackedDigitsBenchmark : IBenchmark
{
    private const int RowCount = 26_000;
    private const int Channels = 3;

    private readonly ImageSet _digits;
    private readonly ImageClassifier _judge;
    private readonly List<float[]>[] _imagesOfDigit;

    public StackedDigitsBenchmark()
    {
        (_digits, var heldOut) = DigitsReader.Read().Split();
        _judge = new ImageClassifier(_digits);
        _imagesOfDigit = [.. _digits.ClassNames.Select(digit => _digits.OfClass(digit).Select(image => image.Features).ToList())];
        JudgeAccuracy = _judge.Accuracy(heldOut);
    }

    /// <value>The share of held-out real digits that the judge gets right.</value>
    public double JudgeAccuracy { get; }

    public int Modes => 1_000;

    public int Samples => 26_000;

    public IDataView Rows(MLContext mlContext, int seed)
    {
        var choices = mlContext.Gan().Latents(RowCount, Channels, seed, LatentPrior.Uniform).GetColumn<float[]>("Latent");
        var schema = SchemaDefinition.Create(typeof(LabelledImage));
        schema[nameof(LabelledImage.Features)].ColumnType =
            new VectorDataViewType(NumberDataViewType.Single, (_digits.Shape with { Channels = Channels }).Dimensions);
        return mlContext.Data.LoadFromEnumerable(
            choices.Select((choice, row) => new LabelledImage { Features = Stack(row % Modes, choice) }).ToList(), schema);
    }

    public BenchmarkResult Judge(IReadOnlyList<float[]> samples)
    {
        var size = samples[0].Length / Channels;
        var images = samples.SelectMany(sample => sample.Chunk(size)).Select(pixels => new LabelledImage { Features = pixels });
        var digits = _judge.Classes(_digits with { Images = [.. images] });
        var modes = digits.Chunk(Channels).Select(triple => string.Concat(triple)).CountBy(mode => mode).ToList();
        return new BenchmarkResult(modes.Count, ReverseKullbackLeibler.Of(modes.Select(mode => (mode.Value, 1.0 / Modes))));
    }

    private float[] Stack(int mode, float[] choice) =>
        [.. choice.SelectMany((number, channel) => Image(mode / (int)Math.Pow(10, channel) % 10, number))];

    /// <summary>An image of a digit, chosen by a number from −1 to 1.</summary>
    private float[] Image(int digit, float number)
    {
        var images = _imagesOfDigit[digit];
        return images[Math.Min((int)((number + 1) / 2 * images.Count), images.Count - 1)];
    }
}
