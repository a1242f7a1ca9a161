using System.Globalization;
using System.IO.Compression;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The handwritten digits that the program carries: 1,797 of 8 by 8 pixels.</summary>
internal sealed class Digits
{
    private const float Ink = 16;

    private readonly MLContext _mlContext = new(seed: 0);
    private readonly Digit[] _all;

    public Digits()
    {
        using var resource = typeof(Digits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        _all = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))
            .Select(fields => new Digit
            {
                Features = [.. fields[..^1].Select(pixel => float.Parse(pixel, CultureInfo.InvariantCulture) / Ink)],
                Class = int.Parse(fields[^1], CultureInfo.InvariantCulture),
            })];
    }

    /// <summary>The digits of some classes, every fourth of them held out.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="most">The most to train on; the others are held out, too.</param>
    public (IDataView Training, IDataView HeldOut) Of(int[] classes, int most = int.MaxValue)
    {
        var chosen = _all.Where(digit => classes.Contains(digit.Class)).Index().ToList();
        var training = chosen.Where(digit => digit.Index % 4 != 3).Take(most).Select(digit => digit.Item).ToHashSet();
        return (View(training), View(chosen.Select(digit => digit.Item).Where(digit => !training.Contains(digit))));
    }

    private IDataView View(IEnumerable<Digit> digits)
    {
        var schema = SchemaDefinition.Create(typeof(Digit));
        schema[nameof(Digit.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1, 8, 8);
        return _mlContext.Data.LoadFromEnumerable(digits.ToList(), schema);
    }

    private sealed class Digit
    {
        public float[] Features { get; init; } = [];

        [NoColumn]
        public int Class { get; init; }
    }
}
