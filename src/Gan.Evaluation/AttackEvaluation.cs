using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Attacks;
using Microsoft.ML.Gan;

namespace Gan.Evaluation;

/// <summary>Runs all attacks on a synthetic table.</summary>
internal static class AttackEvaluation
{
    /// <summary>Attacks; null if there is no test table, or a table has too few rows.</summary>
    public static TabularAttacks? Run(EvaluatedTables tables)
    {
        var (real, synthetic, test) = tables;
        if (test is null || AttackedRows.Of(real, synthetic, test) is not { } rows) return null;
        string[] names = [.. real.Numeric.Select(column => column.Name), .. real.Categorical.Select(column => column.Name)];
        var (nearest, kernel) = MembershipAttack.Run(rows);
        var (columns, mean) = AttributeAttack.Run(rows, names);
        return new TabularAttacks
        {
            Rows = rows.Members.Count,
            NearestMembership = nearest,
            KernelMembership = kernel,
            Attributes = [.. columns.OrderBy(column => real.PositionOf(column.Name))],
            AttributeLeak = mean,
            SinglingOut = SinglingOutAttack.Run(real, synthetic, test),
        };
    }
}
