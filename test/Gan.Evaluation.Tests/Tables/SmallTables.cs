using Gan.Evaluation.Tables;

namespace Gan.Evaluation.Tests.Tables;

/// <summary>Small tables, column by column.</summary>
internal static class SmallTables
{
    public const double Missing = double.NaN;

    public static EvaluatedTable Of(params EvaluatedColumn[] columns) =>
        new(columns[0] is EvaluatedNumbers numbers ? numbers.Values.Length : ((EvaluatedCategories)columns[0]).Codes.Length, columns);

    public static EvaluatedTable Numbers(params double[] values) => Of(new EvaluatedNumbers("x", values));

    /// <summary>One column of categories in each of several tables, coded alike.</summary>
    public static EvaluatedTable[] Categories(params string[][] columns)
    {
        var index = new CategoryCodes();
        return [.. columns.Select(texts => Of(new EvaluatedCategories("c", [.. texts.Select(text => index.CodeOf(text))], index)))];
    }
}
