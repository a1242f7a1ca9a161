namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The rows of an <see cref="IDataView"/> that a GAN is trained on, read once and checked.</summary>
internal sealed class TrainingData
{
    /// <value>What is known of all of them.</value>
    public required SampleSchema Schema { get; init; }

    /// <value>The number of rows.</value>
    public required int RowCount { get; init; }

    /// <value>The values, row after row.</value>
    public required float[] Values { get; init; }

    /// <value>The class of each row, counted from 0; empty for an unconditional GAN.</value>
    public required long[] Classes { get; init; }

    /// <value>Whether all values are whole numbers from 0 to 255, and some in the upper half.</value>
    public bool HasValuesLikePixels
    {
        get
        {
            const int Greatest = byte.MaxValue;
            return Array.TrueForAll(Values, value => value is >= 0 and <= Greatest && value == MathF.Floor(value)) && Values.Max() > Greatest / 2;
        }
    }

    /// <value>Whether the least value and the greatest both occur more than once, as those of pixels do.</value>
    public bool HasEndsLikePixels
    {
        get
        {
            var (least, greatest) = (Values.Min(), Values.Max());
            return Values.Count(value => value == least) > 1 && Values.Count(value => value == greatest) > 1;
        }
    }
}
