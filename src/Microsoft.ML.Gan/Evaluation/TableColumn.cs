namespace Microsoft.ML.Gan.Evaluation;

/// <summary>A column of a table: numbers or categories.</summary>
internal abstract record TableColumn(string Name)
{
    /// <summary>The share of missing cells.</summary>
    public abstract double MissingRate { get; }

    /// <summary>The cells of some rows, in their order.</summary>
    public abstract TableColumn At(int[] rows);
}
