using Microsoft.ML.Gan.Evaluation;

namespace Microsoft.ML.Gan.Tests.Evaluation;

/// <summary>Small tables, column by column.</summary>
internal static class Tables
{
    public const double Missing = double.NaN;

    public static Table Of(params TableColumn[] columns) =>
        new(columns[0] is NumericColumn numbers ? numbers.Values.Length : ((CategoricalColumn)columns[0]).Codes.Length, columns);

    public static Table Numbers(params double[] values) => Of(new NumericColumn("x", values));

    /// <summary>One column of categories in each of several tables, coded alike.</summary>
    public static Table[] Categories(params string[][] columns)
    {
        var index = new CategoryIndex();
        return [.. columns.Select(texts => Of(new CategoricalColumn("c", [.. texts.Select(text => index.CodeOf(text))], index)))];
    }
}
