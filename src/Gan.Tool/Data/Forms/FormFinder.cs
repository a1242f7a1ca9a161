namespace Gan.Tool.Data.Forms;

/// <summary>Finds the form of a column's texts. What is not sure is text, with a word.</summary>
internal static class FormFinder
{
    /// <param name="texts">The different texts of cells that are not missing.</param>
    /// <param name="hasMissing">Whether other cells are.</param>
    /// <param name="hints">What is known of the file.</param>
    public static Finding Find(IReadOnlyList<string> texts, bool hasMissing, FormHints hints)
    {
        if (BooleanForm.Find(texts) is { } boolean) return new Finding(boolean) { IsSure = true };
        Finding[] findings = [DurationForm.Find(texts), DateFinder.Find(texts, hints), NumberFinder.Find(texts, hasMissing, hints)];
        return findings.FirstOrDefault(finding => finding.Form is not null)
            ?? findings.FirstOrDefault(finding => finding.Doubt is not null)
            ?? Finding.Nothing;
    }
}
