using System.Globalization;
using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Similarity;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>Measures a generator with its averaged weights against held-out rows: the mean of column shapes and of strong pair trends.</summary>
/// <remarks>Both are measured on encoded rows, where numbers are normal quantiles: what the scales of the decoding do afterwards is monotone.</remarks>
internal sealed class HeldOutQuality : IQualityWatch, IDisposable
{
    private const int Measurements = 30;                              // a fit
    private const int Rows = 5_000;                                   // made for each
    private const double Chance = 0.004;                              // two measurements of one generator differ by so much: later weights are taken unless they are worse than that

    private readonly TableEncoding _encoding;
    private readonly TabularGeneratorNetwork _generator;
    private readonly WeightAverage _average;
    private readonly NoiseSource _noise;
    private readonly int _latentSize;
    private readonly double _patience;
    private readonly SimilarityMeasure _measure;
    private readonly CategoryCodes[] _codes;
    private readonly Tensor _condition;                               // (N, condition width): none
    private double _best = double.NegativeInfinity;
    private int _bestRound, _nextRound;

    public HeldOutQuality(
        TableEncoding encoding, TabularGeneratorNetwork generator, WeightAverage average, Tensor heldOut, NoiseSource noise, int latentSize, double patience)
    {
        _encoding = encoding;
        _generator = generator;
        _average = average;
        _noise = noise;
        _latentSize = latentSize;
        _patience = patience;
        _codes = [.. encoding.Choices.Take(encoding.MadeChoices).Select(choice =>
            new CategoryCodes([.. Enumerable.Range(0, choice.Size).Select(slot => slot.ToString(CultureInfo.InvariantCulture)), ""]))];
        _condition = zeros(Rows, encoding.ConditionWidth, device: heldOut.device).DetachFromDisposeScope();
        _measure = new SimilarityMeasure(Decode(heldOut));
    }

    public bool IsOver { get; private set; }

    public double? Measure(int round, int totalRounds)
    {
        if (round < _nextRound && round < totalRounds) return null;
        _nextRound = round + Math.Max(1, totalRounds / Measurements);
        _average.Exchange();
        var quality = Quality();
        if (quality > _best - Chance)
        {
            (_best, _bestRound) = (Math.Max(quality, _best), round);
            _average.Keep();
        }
        _average.Exchange();
        IsOver = round - _bestRound >= _patience * totalRounds;
        return quality;
    }

    public void Dispose() => _condition.Dispose();

    private double Quality()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var similarity = _measure.Measure(Decode(_generator.forward(_noise.Latents(Rows, _latentSize), _condition)));
        return ((similarity.Shape ?? 0) + (similarity.StrongTrend ?? similarity.Trend ?? similarity.Shape ?? 0)) / 2;
    }

    /// <summary>Encoded rows as a table of slots and numbers; a missing cell is the category behind the last, or NaN.</summary>
    private EvaluatedTable Decode(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var columns = new List<EvaluatedColumn>();
        var values = rows.detach().cpu();
        foreach (var (choice, index) in _encoding.Choices.Take(_encoding.MadeChoices).Select((choice, index) => (choice, index)))
        {
            var slots = values.narrow(1, choice.Offset, choice.Size);
            var chosen = where(slots.amax([1]).IsAbove(0.5), slots.argmax(1), tensor((long)choice.Size));
            var codes = Array.ConvertAll(chosen.data<long>().ToArray(), slot => (int)slot);
            columns.Add(new EvaluatedCategories($"choice {index}", codes, _codes[index]));
        }
        foreach (var number in _encoding.NumberEncodings)
        {
            var numbers = values.select(1, _encoding.MadeSlots + number.Place);
            if (number.Presence is { } presence)
                numbers = where(values.select(1, _encoding.Choices[presence].Offset + Choice.IsThere).IsAbove(0.5), numbers, tensor(float.NaN));
            var cells = Array.ConvertAll(numbers.contiguous().data<float>().ToArray(), number => (double)number);
            columns.Add(new EvaluatedNumbers($"number {number.Place}", cells));
        }
        return new EvaluatedTable((int)rows.shape[0], columns);
    }
}
