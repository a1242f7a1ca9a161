using System.Globalization;
using Microsoft.ML.Gan.Evaluation;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>How like held-out rows are those that a generator makes: the mean of column shapes and of strong pair trends.</summary>
/// <remarks>Both are measured on encoded rows, where numbers are normal quantiles: what the scales of the decoding do afterwards is monotone.</remarks>
internal sealed class HeldOutQuality : IDisposable
{
    private const int Measurements = 30;                              // a fit
    private const int Rows = 5_000;                                   // made for each
    private const double Chance = 0.004;                              // two measurements of one generator differ by so much

    private readonly TableEncoding _encoding;
    private readonly TabularGeneratorNetwork _generator;
    private readonly NoiseSource _noise;
    private readonly int _latentSize;
    private readonly SimilarityMeasure _measure;
    private readonly CategoryIndex[] _codes;
    private readonly Tensor _condition;                               // (N, condition width): none

    public HeldOutQuality(TableEncoding encoding, TabularGeneratorNetwork generator, Tensor heldOut, NoiseSource noise, int latentSize)
    {
        _encoding = encoding;
        _generator = generator;
        _noise = noise;
        _latentSize = latentSize;
        _codes = [.. encoding.Choices.Take(encoding.MadeChoices).Select(choice =>
            new CategoryIndex([.. Enumerable.Range(0, choice.Size).Select(slot => slot.ToString(CultureInfo.InvariantCulture)), ""]))];
        _condition = zeros(Rows, encoding.ConditionWidth, device: heldOut.device).DetachFromDisposeScope();
        _measure = new SimilarityMeasure(Decode(heldOut));
    }

    /// <summary>Measures the generator with its averaged weights as training goes, and keeps the best.</summary>
    /// <param name="average">Has the weights.</param>
    /// <param name="patience">The share of the fit after which nothing better is expected.</param>
    public BestWeights Watch(WeightAverage average, double patience) => new(average, Measure, Measurements, patience, Chance);

    /// <summary>The quality of the generator as it is, from 0 to 1.</summary>
    public double Measure()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var similarity = _measure.Measure(Decode(_generator.forward(_noise.Latents(Rows, _latentSize), _condition)));
        return ((similarity.Shape ?? 0) + (similarity.StrongTrend ?? similarity.Trend ?? similarity.Shape ?? 0)) / 2;
    }

    public void Dispose() => _condition.Dispose();

    /// <summary>Encoded rows as a table of slots and numbers; a missing cell is the category behind the last, or NaN.</summary>
    private Table Decode(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var columns = new List<TableColumn>();
        var values = rows.detach().cpu();
        foreach (var (index, choice) in _encoding.Choices.Take(_encoding.MadeChoices).Index())
        {
            var slots = values.narrow(1, choice.Offset, choice.Size);
            var chosen = where(slots.amax([1]).IsAbove(0.5), slots.argmax(1), tensor((long)choice.Size));
            columns.Add(new CategoricalColumn($"choice {index}", Array.ConvertAll(chosen.data<long>().ToArray(), slot => (int)slot), _codes[index]));
        }
        foreach (var number in _encoding.NumberEncodings)
        {
            var numbers = values.select(1, _encoding.MadeSlots + number.Place);
            if (number.Presence is { } presence)
                numbers = where(values.select(1, _encoding.Choices[presence].Offset + Choice.IsThere).IsAbove(0.5), numbers, tensor(float.NaN));
            columns.Add(new NumericColumn($"number {number.Place}", Array.ConvertAll(numbers.contiguous().data<float>().ToArray(), number => (double)number)));
        }
        return new Table((int)rows.shape[0], columns);
    }
}
