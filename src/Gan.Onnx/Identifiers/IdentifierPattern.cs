namespace Gan.Onnx;

/// <summary>How identifiers look: numbers, with or without a text around them, or texts of some shapes.</summary>
/// <remarks>
/// No value of a training row is in it: characters that at least five rows have at a place, classes of characters, rounded numbers.
/// </remarks>
internal sealed record IdentifierPattern
{
    /// <value>The numbers; null for texts of some shapes.</value>
    public IdentifierNumbers? Numbers { get; init; }

    /// <value>The text before the number, and behind it.</value>
    public string Prefix { get; set; } = "";

    public string Suffix { get; set; } = "";

    /// <value>The fewest digits of the number in a text; zeros fill it up.</value>
    public int Digits { get; set; } = 1;

    /// <value>The shapes; none for numbers.</value>
    public IReadOnlyList<IdentifierShape> Shapes { get; set; } = [];

    /// <value>A length that no training row's text is above: texts beyond those of the shapes are longer.</value>
    public int Longest { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Numbers is null == (Shapes.Count == 0)) yield return "neither numbers nor shapes, or both";
        if (Digits is < 1 or > 19) yield return $"numbers of {Digits} digits";
        if (Longest is < 0 or > 1 << 20) yield return $"texts of up to {Longest} characters";
        foreach (var problem in Numbers?.Problems() ?? []) yield return problem;
        foreach (var problem in Shapes.SelectMany(shape => shape?.Problems() ?? ["no shape"])) yield return problem;
    }
}
