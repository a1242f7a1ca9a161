using Gan.Onnx;

namespace Gan.Evaluation.Tables.Personal;

/// <summary>Finds the columns of personal data by their names and values.</summary>
internal static class PersonalData
{
    private const double Most = 0.9;                                  // of the values

    /// <summary>What personal data a column holds; null for none.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">Its different values.</param>
    public static PersonalKind? Find(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return null;
        var words = ColumnWords.Of(name);
        foreach (var form in PersonalForms.All)
        {
            if (form.IsNamed(words) && values.Count(form.Fits) >= Most * values.Count) return form.Kind;
        }
        return null;
    }

    /// <summary>Whether most of some values are of few rows each, as those that tell people apart are.</summary>
    /// <param name="counts">The rows of each value.</param>
    /// <param name="leastRows">As many rows are no few.</param>
    public static bool AreRare(IReadOnlyCollection<long> counts, int leastRows) => 2 * counts.Count(count => count < leastRows) > counts.Count;
}
