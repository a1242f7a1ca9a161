namespace Gan.Onnx;

/// <summary>Texts of one length: what may stand at each of their places. No two rows get the same.</summary>
/// <remarks>
/// The last places, as many as make at most 2⁶⁰ texts, are a number that the row decides alone; those before them are drawn. Of <c>7f3a-0001</c>,
/// with hexadecimal digits but for the hyphen, all are.
/// </remarks>
/// <param name="Share">The share of the texts that have the shape.</param>
/// <param name="Places">The characters that each place may have: one where all texts have the same.</param>
/// <param name="Free">The numbers of the last places that no training row has.</param>
internal sealed record IdentifierShape(double Share, IReadOnlyList<string> Places, FreeNumbers Free)
{
    private const long MostNumbers = 1L << 60;
    private const int MostPlaces = 1 << 12;

    /// <summary>How many of the places are drawn, and how many numbers the others have.</summary>
    public static (int Drawn, long Numbers) Split(IReadOnlyList<string> places)
    {
        var (drawn, numbers) = (places.Count, 1L);
        for (; drawn > 0 && numbers <= MostNumbers / places[drawn - 1].Length; drawn--) numbers *= places[drawn - 1].Length;
        return (drawn, numbers);
    }

    /// <summary>The number of a text of the shape: of its last places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The characters that each place may have.</param>
    public static long NumberOf(string text, IReadOnlyList<string> places)
    {
        var number = 0L;
        for (var place = Split(places).Drawn; place < places.Count; place++)
            number = number * places[place].Length + Math.Max(0, places[place].IndexOf(text[place], StringComparison.Ordinal));
        return number;
    }

    /// <summary>Writes a text.</summary>
    /// <param name="number">The number of its last places.</param>
    /// <param name="text">Takes it: as long as there are places.</param>
    /// <param name="draw">A random word for a place.</param>
    public void Write(long number, Span<char> text, Func<int, uint> draw)
    {
        var drawn = Split(Places).Drawn;
        for (var place = Places.Count - 1; place >= drawn; place--)
        {
            (number, var character) = Math.DivRem(number, Places[place].Length);
            text[place] = Places[place][(int)character];
        }
        for (var place = 0; place < drawn; place++) text[place] = Places[place][(int)(draw(place) % (uint)Places[place].Length)];
    }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!(Share is > 0 and <= 1)) yield return FormattableString.Invariant($"a shape in {Share} of its texts");
        if (Places is not { Count: > 0 and <= MostPlaces } || Places.Any(string.IsNullOrEmpty))
        {
            yield return "a shape with places that have no characters, or with too many of them";
            yield break;
        }
        foreach (var problem in Free?.Problems() ?? ["no free numbers"]) yield return problem;
        if (Free is { Count: > 0 } && (Free.First < 0 || (Int128)Free.First + (Int128)Free.Step * (Free.Count - 1) >= Split(Places).Numbers))
            yield return "free numbers that its places do not have";
    }
}
