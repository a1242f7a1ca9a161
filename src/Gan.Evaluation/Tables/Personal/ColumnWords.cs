using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gan.Evaluation.Tables.Personal;

/// <summary>The words of a column's name.</summary>
internal static partial class ColumnWords
{
    /// <summary>The words in small letters without accents, with one blank between them: of <c>Customer_LastName2</c>, "customer last name".</summary>
    public static string Of(string name)
    {
        var parts = Ends().Replace(name, " ").Normalize(NormalizationForm.FormD)
            .Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark)
            .Select(one => char.IsLetter(one) ? char.ToLowerInvariant(one) : ' ');
        return string.Join(' ', string.Concat(parts).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})")]
    private static partial Regex Ends();
}
