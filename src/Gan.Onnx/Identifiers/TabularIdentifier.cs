using System.Text.Json.Serialization;

namespace Gan.Onnx;

/// <summary>A column of a table that names its rows: it is no output of the graph, but made from a row's number and the seed.</summary>
internal sealed record TabularIdentifier
{
    public required string Name { get; init; }

    /// <value>Which of the table's columns it is, from 0.</value>
    public int Place { get; init; }

    public required TabularValueType Type { get; init; }

    /// <value>How its values look.</value>
    public required IdentifierPattern Pattern { get; init; }

    /// <value>What personal data it holds; null for none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonalKind? Personal { get; init; }

    /// <value>The share of missing cells.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double MissingShare { get; init; }

    /// <value>Whether nobody said that it is one.</value>
    [JsonIgnore]
    public bool IsFound { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Type))
        {
            yield return $"the type {Type}";
            yield break;
        }
        var value = TabularValues.Of(Type);
        if (value is not TextValue && !AreIn(value.Wholes, Pattern.Numbers)) yield return $"the type {Type}, which has no such values";
        if (Personal is { } personal && !(Enum.IsDefined(personal) && value is TextValue)) yield return $"personal data {personal} of {Type}";
        if (MissingShare > 0 && value.MissingText is null) yield return $"missing cells though it is of {Type}";
        if (Place < 0) yield return $"the place {Place}";
        if (!(MissingShare is >= 0 and <= 1)) yield return FormattableString.Invariant($"missing cells in {MissingShare} of the rows");
        foreach (var problem in Pattern.Problems()) yield return problem;
    }

    private static bool AreIn((long Least, long Greatest)? type, IdentifierNumbers? numbers) =>
        type is (var least, var greatest) && numbers is not null
        && numbers.Next >= least && numbers.Greatest <= greatest && (numbers.Free.Count == 0 || numbers.Free.First >= least)
        && numbers.Free.First + (Int128)numbers.Free.Step * Math.Max(0, numbers.Free.Count - 1) <= greatest;
}
