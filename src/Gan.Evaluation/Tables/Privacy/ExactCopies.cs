namespace Gan.Evaluation.Tables.Privacy;

/// <summary>Synthetic rows that equal a real row in every column.</summary>
internal static class ExactCopies
{
    /// <summary>The share of synthetic rows that are copies. A missing cell equals a missing cell.</summary>
    public static double Rate(EvaluatedTable real, EvaluatedTable synthetic) =>
        (double)EqualRows.Groups(real, synthetic).Second.Count(group => group != EqualRows.NoGroup) / synthetic.RowCount;
}
