using Gan.Onnx.Rules;
using Microsoft.ML.Gan;

namespace Gan.Onnx;

/// <summary>What must hold of a tabular generator's manifest, whatever the graph is.</summary>
internal static class TabularManifestRules
{
    private static readonly string[] Roles = ["numeric", "integer", "categorical", "date"];

    public static IEnumerable<string> Problems(GanManifest manifest)
    {
        foreach (var problem in ModelLimits.LatentProblems(manifest.LatentSize)) yield return problem;
        if (!Enum.IsDefined(manifest.Prior)) yield return $"its prior is {manifest.Prior}";
        if (manifest.SampleShape.Count > 0) yield return $"its sample shape is [{string.Join(", ", manifest.SampleShape)}] and not []";
        if (manifest.Columns.Count == 0) yield return "it has no columns";
        var identifiers = manifest.Identifiers ?? [];
        var count = manifest.Columns.Count + identifiers.Count;
        if (count > ModelLimits.MostColumns)
            yield return $"it has {count} columns and not at most {ModelLimits.MostColumns}";
        foreach (var column in manifest.Columns)
        {
            if (column is null) yield return "one of its columns is null";
            else if (string.IsNullOrWhiteSpace(column.Name)) yield return "one of its columns has no name";
            foreach (var problem in Problems(column!)) yield return $"its column '{column!.Name}' has {problem}";
        }
        foreach (var identifier in identifiers)
        {
            if (identifier is null || string.IsNullOrWhiteSpace(identifier.Name)) yield return "one of its identifiers has no name";
            foreach (var problem in identifier!.Problems()) yield return $"its identifier '{identifier.Name}' has {problem}";
        }
        if (identifiers.DistinctBy(identifier => identifier.Place).Count(identifier => identifier.Place < count) < identifiers.Count)
            yield return "its identifiers have places that other columns have";
        foreach (var rule in manifest.Rules ?? [])
            if (!IsOne(rule, manifest)) yield return $"its rule '{rule?.Text}' is none of its columns";
        if (Twice(manifest.Columns.Select(column => column.Name).Concat(identifiers.Select(identifier => identifier.Name))) is { } name)
            yield return $"it has two columns '{name}'";
        if (Twice(manifest.Columns.Select(column => column.Tensor)) is { } output) yield return $"two of its columns have the tensor '{output}'";
        if (manifest.FormatVersion == 1) yield break;
        foreach (var problem in PlaceProblems(GanTensors.Given, manifest.Columns.Select(column => column.Given))) yield return problem;
        foreach (var problem in PlaceProblems(GanTensors.GivenNumbers, manifest.Columns.Select(column => column.GivenNumber))) yield return problem;
    }

    private static IEnumerable<string> PlaceProblems(string input, IEnumerable<int?> given)
    {
        var places = given.OfType<int>().ToList();
        if (!places.SequenceEqual(Enumerable.Range(0, places.Count)))
            yield return $"its columns' places in '{input}' are {string.Join(", ", places)} and not 0, 1, ...";
    }

    private static IEnumerable<string> Problems(TabularColumn column)
    {
        if (!Enum.IsDefined(column.Type))
        {
            yield return $"the type {column.Type}";
            yield break;
        }
        if (!Roles.Contains(column.Role)) yield return $"the role '{column.Role}'";
        if (column.Knots < 0) yield return $"{column.Knots} knots";
        if (column.RareCategories < 0) yield return $"{column.RareCategories} rare categories";
        if (!(column.RareShare is >= 0 and <= 1)) yield return FormattableString.Invariant($"rare categories in {column.RareShare} of the rows");
        if (column.Shares.Count > 0 && column.Shares.Count != column.Categories.Count)
            yield return $"{column.Shares.Count} shares of {column.Categories.Count} categories";
        foreach (var share in column.Shares.Append(column.MissingShare ?? 0).Where(share => !(share is >= 0 and <= 1)).Take(1))
            yield return $"the share {share}";
        foreach (var problem in column.Histogram?.Problems() ?? []) yield return problem;
        if (column.Categories.Contains(null!)) yield return "a category that is null";
        if (column.KeyValues.Contains(null!)) yield return "a key value that is null";
        foreach (var problem in TabularValues.Of(column.Type).Problems(column.Traits)) yield return problem;
        if (column.KeyValues.Count > 0 && column.KeyValues.Count != column.KeyCount)
            yield return $"the key count {column.KeyCount} and {column.KeyValues.Count} key values";
    }

    /// <summary>Whether a rule is there; one that rows are drawn again for must be a rule of the columns.</summary>
    private static bool IsOne(TabularRuleText? rule, GanManifest manifest)
    {
        if (rule?.Text is null || !Enum.IsDefined(rule.Kept)) return false;
        if (rule.Kept != RuleKeeping.Sample) return true;
        var names = manifest.Columns.Select(column => column.Name).Concat((manifest.Identifiers ?? []).Select(identifier => identifier.Name));
        return TabularRules.TryParse(rule.Text) is { Keeping: RuleKeeping.Sample } read && read.ColumnNames.All(names.Contains);
    }

    private static string? Twice(IEnumerable<string> names) => names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
}
