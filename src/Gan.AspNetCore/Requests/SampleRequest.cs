namespace Gan.AspNetCore;

/// <summary>What a request for rows asks for.</summary>
internal sealed record SampleRequest
{
    /// <value>The number of rows. Default 1.</value>
    public int Count { get; init; } = 1;

    /// <value>Row i is a function of the model, the seed, what is given, and i alone. Default 0.</value>
    public int Seed { get; init; }

    /// <value>The class of all samples. Default: drawn by the classes' frequencies, or none.</value>
    public string? Class { get; init; }

    /// <value>
    /// What holds of every row of a table, by column: a category, "" or null for a missing cell, "*" for one that is not missing. Default: nothing.
    /// </value>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <value>ψ, from 0 to 1: samples are made of ψ z in place of z. Default: 1.</value>
    public double? Truncation { get; init; }
}
