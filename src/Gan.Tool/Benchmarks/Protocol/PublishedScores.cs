namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>What papers report of other generators on the same splits, as arXiv 2603.23016 tells it.</summary>
internal static class PublishedScores
{
    private static readonly string[] Sets = ["adult", "default", "magic", "shoppers", "beijing"];

    private static readonly Dictionary<string, Dictionary<string, double?[]>> ByMeasure = new()
    {
        [ProtocolMeasures.TreesC2st] = new()
        {
            ["CTGAN"] = [0, 0, 0.103, 0, 0],
            ["TabSyn"] = [0.794, 0.402, 0.760, 0.655, 0.527],
            ["TabDiff"] = [0.841, 0.591, 0.773, 0.736, 0.772],
            ["TabPC"] = [0.855, 0.262, 0.860, 0.894, 0.570],
        },
        [ProtocolMeasures.Utility] = new()
        {
            ["CTGAN"] = [0.862, 0.727, 0.882, 0.850, null],
            ["TabSyn"] = [0.910, 0.759, 0.937, 0.914, null],
            ["TabDiff"] = [0.913, 0.763, 0.936, 0.917, null],
            ["TabPC"] = [0.916, 0.744, 0.932, 0.897, null],
        },
        [ProtocolMeasures.Trend] = new()
        {
            ["CTGAN"] = [0.758, 0.702, 0.945, 0.755, null],
            ["TabSyn"] = [0.980, 0.971, 0.992, 0.977, null],
            ["TabDiff"] = [0.985, 0.973, 0.992, 0.981, null],
            ["TabPC"] = [0.986, 0.950, 0.983, 0.982, null],
        },
    };

    /// <value>The generators, the oldest first.</value>
    public static IReadOnlyList<string> Generators { get; } = ["CTGAN", "TabSyn", "TabDiff", "TabPC"];

    /// <value>The measures that were published.</value>
    public static IEnumerable<string> Measures => ByMeasure.Keys;

    /// <summary>A generator's score; null if none was published.</summary>
    public static double? Of(string measure, string generator, string set) => ByMeasure[measure][generator][Array.IndexOf(Sets, set)];
}
