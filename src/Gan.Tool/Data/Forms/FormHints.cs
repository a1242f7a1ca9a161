namespace Gan.Tool.Data.Forms;

/// <summary>What is known of a whole file, which decides where a column's texts can be read in two ways.</summary>
/// <param name="DecimalMark">What parts decimals off; null if nothing tells.</param>
/// <param name="DateOrder">Whether days come before months; null if nothing tells.</param>
internal sealed record FormHints(char? DecimalMark = null, DateOrder? DateOrder = null)
{
    /// <summary>With what all columns say that are sure of it, where it was not known.</summary>
    public FormHints With(IReadOnlyCollection<Finding> findings)
    {
        var marks = findings.Select(finding => finding.DecimalMark).OfType<char>().Distinct().ToList();
        var orders = findings.Select(finding => finding.DateOrder).OfType<DateOrder>().Distinct().ToList();
        return new(DecimalMark ?? (marks is [var mark] ? mark : null), DateOrder ?? (orders is [var order] ? order : null));
    }
}
