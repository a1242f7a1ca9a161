using System.Text.Json.Serialization;

namespace Gan.Onnx;

/// <summary>What a tabular generator's manifest says of one column: all of it that the file holds, but for the weights of the network.</summary>
internal sealed record TabularColumn
{
    /// <value>What is given beside the categories 0, 1, ...: nothing; that the cell is missing; that it is not missing.</value>
    public const long NotGiven = -1, Missing = -2, Present = -3;

    public required string Name { get; init; }

    /// <value>The output tensor, (N, 1).</value>
    public required string Tensor { get; init; }

    public required TabularValueType Type { get; init; }

    /// <value>"numeric", "integer", "categorical" or "date".</value>
    public required string Role { get; init; }

    /// <value>Whether the training column had missing cells, so that samples have too.</value>
    public bool HasMissing { get; init; }

    /// <value>The categories in the order of their codes, as texts (numbers in the invariant culture); empty for a column of quantiles.</value>
    public IReadOnlyList<string> Categories { get; set; } = [];

    /// <value>How many categories the training table had beside these, of too few rows each to be in the file.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int RareCategories { get; init; }

    /// <value>The share of the training rows that had one of those.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double RareShare { get; init; }

    /// <value>Each category's share of the training rows, of at least five; empty if the file does not say, or has numbers.</value>
    public IReadOnlyList<double> Shares { get; set; } = [];

    /// <value>The share of missing cells in the training rows, of at least five if there are some; null if the file does not say.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MissingShare { get; init; }

    /// <value>Where the numbers of the training rows lie; null if the file does not say, or has categories.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TabularHistogram? Histogram { get; init; }

    /// <value>
    /// The number of values that the file holds for a column of numbers; 0 for categories. They are quantile knots, or, of a looked-up column,
    /// its values for each category of the column that decides it.
    /// </value>
    public int Knots { get; init; }

    /// <value>The column's place in a row of the input <see cref="GanTensors.Given"/>, from 0; null for a column that can't be given.</value>
    public int? Given { get; init; }

    /// <value>The column's place in a row of <see cref="GanTensors.GivenNumbers"/>, from 0; null for one whose numbers can't be given.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? GivenNumber { get; init; }

    /// <value>Whether its cells are looked up or computed from those of another column.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDerived { get; init; }

    /// <value>In a file of version 1, the column's own input for conditions; null for a column that can't be given.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConditionTensor { get; init; }

    /// <value>The count of a key type; 0 for other types.</value>
    public long KeyCount { get; init; }

    /// <value>The values behind the keys, when they are texts; else empty.</value>
    public IReadOnlyList<string> KeyValues { get; set; } = [];

    /// <value>The minutes from universal time that moments are written with; 0 for other types.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int OffsetMinutes { get; init; }

    /// <value>What the type has beside its name.</value>
    [JsonIgnore]
    public ValueTraits Traits
    {
        get => new(KeyCount, KeyValues, OffsetMinutes);
        init => (KeyCount, KeyValues, OffsetMinutes) = value;
    }

    /// <summary>The type of the column's values.</summary>
    public TabularValue ToValue() => TabularValues.Of(Type, Traits);

    /// <summary>The column of the training table, read from the column's output tensor.</summary>
    public ValueColumn ToOutput()
    {
        var value = ToValue();
        return new(Tensor, Name, value) { Annotations = value.Annotations };
    }
}
