namespace Gan.Evaluation.Tables;

/// <summary>A column of a table: numbers or categories.</summary>
internal abstract record EvaluatedColumn(string Name)
{
    /// <summary>The share of missing cells.</summary>
    public abstract double MissingRate { get; }

    /// <summary>Whether all cells are alike.</summary>
    public abstract bool IsConstant { get; }

    /// <summary>The cells of some rows, in their order.</summary>
    public abstract EvaluatedColumn At(int[] rows);

    /// <summary>The cells of this column and, below them, those of another table's.</summary>
    public abstract EvaluatedColumn Append(EvaluatedColumn others);
}
