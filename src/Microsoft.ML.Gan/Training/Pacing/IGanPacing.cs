namespace Microsoft.ML.Gan;

/// <summary>Chooses how many steps each player takes in a round. It is asked at every report of a fit.</summary>
/// <remarks><see cref="GanPacing"/> has the shipped ones.</remarks>
public interface IGanPacing
{
    /// <value>The pacing's name, for logs and tables.</value>
    string Name { get; }

    /// <value>The pace of the first rounds.</value>
    GanPace First { get; }

    /// <summary>The pace of the next rounds.</summary>
    /// <param name="current">The pace until now.</param>
    /// <param name="discriminatorAccuracy">
    /// The share of pairs of a real and a fake row, since the report before, in which D gave the real one the greater logit: ½ when it can't tell.
    /// </param>
    GanPace Next(GanPace current, double discriminatorAccuracy);
}
