namespace Gan.Onnx;

/// <summary>How long a latent vector is searched for.</summary>
/// <remarks>
/// A search makes <see cref="Candidates"/> + <see cref="Generations"/> · <see cref="Offspring"/> samples. Its error falls with their number.
/// </remarks>
public sealed class LatentSearchOptions
{
    /// <value>Vectors drawn from the prior; the search goes on from the best. Default 1,024. Range: >= 1.</value>
    public int Candidates { get; init; } = 1024;

    /// <value>Steps of the search from there. Default 400. Range: >= 0.</value>
    public int Generations { get; init; } = 400;

    /// <value>Vectors tried in each step. Default 32. Range: >= 4.</value>
    public int Offspring { get; init; } = 32;

    /// <value>Decides all that is drawn, so that a search can be repeated. Default 0.</value>
    public int Seed { get; init; }

    /// <exception cref="ArgumentException">An option is out of its range: all such faults.</exception>
    internal void Require()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems), "options");
    }

    private IEnumerable<string> Problems()
    {
        if (Candidates < 1) yield return $"{nameof(Candidates)} must be at least 1, but was {Candidates}.";
        if (Generations < 0) yield return $"{nameof(Generations)} must be at least 0, but was {Generations}.";
        if (Offspring < 4) yield return $"{nameof(Offspring)} must be at least 4, but was {Offspring}.";
    }
}
