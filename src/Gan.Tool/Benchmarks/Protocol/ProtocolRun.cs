namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>One training that was scored.</summary>
/// <param name="Set">The table's name.</param>
/// <param name="Seed">The seed of the training and of the rows.</param>
/// <param name="Settings">What was set beside the defaults; "default" for nothing.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="Scores">The figures, in the order of <see cref="ProtocolMeasures.Names"/>.</param>
internal sealed record ProtocolRun(string Set, int Seed, string Settings, double Seconds, IReadOnlyList<double?> Scores)
{
    public double? this[string measure] => Scores[ProtocolMeasures.Names.ToList().IndexOf(measure)];

    /// <value>What tells it from other runs.</value>
    public (string Set, int Seed, string Settings) Key => (Set, Seed, Settings);
}
