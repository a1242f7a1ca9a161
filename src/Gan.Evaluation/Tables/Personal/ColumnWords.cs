using System.Text.RegularExpressions;

namespace Gan.Evaluation.Tables.Personal;

/// <summary>The words of a column's name.</summary>
internal static partial class ColumnWords
{
    /// <summary>The words in small letters, with one blank between them: of <c>Customer_LastName2</c>, "customer last name".</summary>
    public static string Of(string name) => string.Join(' ', Words().Matches(name).Select(word => word.Value.ToLowerInvariant()));

    [GeneratedRegex(@"\p{Lu}*[\p{Ll}\p{Lo}]+|\p{Lu}+")]
    private static partial Regex Words();
}
