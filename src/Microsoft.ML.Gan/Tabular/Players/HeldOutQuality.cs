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

/// <summary>How like held-out rows are those that a generator makes: the mean of column shapes and of strong pair trends.</summary>
/// <remarks>
/// Both are measured on encoded rows, where numbers are normal quantiles: what the scales of the decoding do afterwards is monotone.
/// </remarks>
internal sealed class HeldOutQuality : IDisposable
{
    private const int Measurements = 30;                              // a fit
    private const int Rows = 5_000;                                   // made for each
    private const double Chance = 0.004;                              // two measurements of one generator differ by so much

    private readonly TableSchema _schema;
    private readonly IRowGenerator _generator;
    private readonly NoiseSource _noise;
    private readonly int _latentSize;
    private readonly SimilarityMeasure _measure;
    private readonly CategoryCodes[] _codes;
    private readonly Tensor _condition;                               // (N, condition width): none

    public HeldOutQuality(TableSchema schema, IRowGenerator generator, Tensor heldOut, NoiseSource noise, int latentSize)
    {
        _schema = schema;
        _generator = generator;
        _noise = noise;
        _latentSize = latentSize;
        _codes = [.. schema.Choices.Take(schema.MadeChoices).Select(choice =>
            new CategoryCodes([.. Enumerable.Range(0, choice.Size).Select(slot => slot.ToString(CultureInfo.InvariantCulture)), ""]))];
        _condition = zeros(Rows, schema.Layout.ConditionWidth, device: heldOut.device).DetachFromDisposeScope();
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
        var similarity = _measure.Measure(Decode(_generator.Make(_noise.Latents(Rows, _latentSize), _condition)));
        return ((similarity.Shape ?? 0) + (similarity.StrongTrend ?? similarity.Trend ?? similarity.Shape ?? 0)) / 2;
    }

    public void Dispose() => _condition.Dispose();

    /// <summary>Encoded rows as a table of slots and numbers; a missing cell is the category behind the last, or NaN.</summary>
    private EvaluatedTable Decode(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var columns = new List<EvaluatedColumn>();
        var values = rows.detach().cpu();
        foreach (var (index, choice) in _schema.Choices.Take(_schema.MadeChoices).Index())
        {
            var slots = RowLayout.Slots(values, choice);
            var chosen = where(slots.amax([1]).IsAbove(0.5), slots.argmax(1), tensor((long)choice.Size));
            var codes = Array.ConvertAll(chosen.data<long>().ToArray(), slot => (int)slot);
            columns.Add(new EvaluatedCategories($"choice {index}", codes, _codes[index]));
        }
        foreach (var number in _schema.Numbers)
        {
            var numbers = _schema.Layout.Number(values, number.Index);
            if (_schema.Layout.PresenceOf(values, number.Index) is { } presence) numbers = where(presence.IsAbove(0.5), numbers, tensor(float.NaN));
            double[] cells = Array.ConvertAll(numbers.contiguous().data<float>().ToArray(), number => (double)number);
            columns.Add(new EvaluatedNumbers($"number {number.Index}", cells));
        }
        return new EvaluatedTable((int)rows.shape[0], columns);
    }
}
