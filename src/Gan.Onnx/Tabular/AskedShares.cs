using System.Globalization;

namespace Gan.Onnx;

/// <summary>From shares by category, as they are asked for, to the shares of all categories of a column.</summary>
/// <param name="conditions">What the columns can be given as.</param>
/// <param name="columns">The columns of the file.</param>
internal sealed class AskedShares(TabularConditions conditions, IReadOnlyList<TabularColumn> columns)
{
    private const int Digits = 9;                                     // of a sum of shares
    private const double Rounding = 1e-6;                             // of shares that are to be 1 together

    /// <summary>The columns' places among the codes, and their shares by code.</summary>
    /// <exception cref="ArgumentException">A column or a category can't be given, or shares are none. The message lists all faults.</exception>
    public IReadOnlyList<(int Place, IReadOnlyList<(long Code, double Share)> Shares)> Of(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> shares)
    {
        var problems = new List<string>();
        var all = shares.Select(pair => Of(pair.Key, pair.Value, problems)).OrderBy(column => column.Place).ToList();
        return problems.Count == 0 ? all : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(shares));
    }

    private (int Place, IReadOnlyList<(long Code, double Share)> Shares) Of(
        string name, IReadOnlyDictionary<string, double> asked, List<string> problems)
    {
        var nothing = conditions.Nothing;
        var codes = new Dictionary<long, double>();
        foreach (var (text, share) in asked)
        {
            if (!(share is >= 0 and <= 1))
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture, $"The share of '{text}' in column '{name}' must be from 0 to 1, but was {share}."));
            try
            {
                var parsed = conditions.Parse(new Dictionary<string, string> { [name] = text }).Codes;
                var place = Array.FindIndex(parsed, code => code != TabularColumn.NotGiven);
                if (place < 0 || parsed[place] == TabularColumn.Present)
                    problems.Add($"The shares of column '{name}' must be of its categories or of '' (missing), but one was of '{text}'.");
                else if (!codes.TryAdd(parsed[place], share))
                    problems.Add($"The shares of column '{name}' must name each category once, but name '{text}' twice.");
            }
            catch (ArgumentException fault)
            {
                problems.Add(fault.Message.Replace($" (Parameter 'where')", ""));
            }
        }
        if (asked.Count == 0) problems.Add($"The shares of column '{name}' must be of at least one category, but are of none.");
        if (columns.FirstOrDefault(column => column.Name == name) is not { Given: { } at } own || problems.Count > 0) return default;
        if (own.Categories.Count == 0) problems.Add($"Shares must be of a column of categories, but '{name}' has numbers.");
        var sum = Math.Round(codes.Values.Sum(), Digits);
        if (sum > 1 + Rounding)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The shares of column '{name}' must be at most 1 together, but are {sum}."));
        var others = Others(own).Where(other => !codes.ContainsKey(other.Code) && other.Share > 0).ToList();
        var rest = 1 - sum;
        if (rest > Rounding && others.Count == 0)
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"The shares of column '{name}' must be 1 together, as no other category is left, but are {sum}."));
        var total = others.Sum(other => other.Share);
        var spread = rest <= Rounding ? [] : others.Select(other => (other.Code, Share: rest * other.Share / total));
        return (at, [.. codes.Select(pair => (Code: pair.Key, Share: pair.Value)).Concat(spread).OrderBy(pair => pair.Code)]);
    }

    /// <summary>The codes with the shares that the table has them in; none where the file does not say.</summary>
    private static IEnumerable<(long Code, double Share)> Others(TabularColumn column)
    {
        if (column.HasMissing) yield return (TabularColumn.Missing, column.MissingShare ?? 0);
        foreach (var (code, share) in column.Shares.Index()) yield return (code, share);
    }
}
