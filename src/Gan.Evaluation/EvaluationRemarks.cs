using System.Globalization;
using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Attacks;
using Gan.Evaluation.Tables.Detection;
using Microsoft.ML.Gan;

namespace Gan.Evaluation;

/// <summary>Says in whole sentences why figures were not measured, and what was left out of them.</summary>
/// <param name="tables">The tables with all columns.</param>
/// <param name="label">The real label column; null for none.</param>
/// <param name="isAttacked">Whether attacks were to be run.</param>
internal sealed class EvaluationRemarks(EvaluatedTables tables, EvaluatedColumn? label, bool isAttacked)
{
    private const int MostRareRows = 4;

    public IEnumerable<string> Of(TabularGanMetrics metrics) =>
        [.. metrics.Identifiers.Select(OfIdentifier), .. OfColumns(metrics), .. OfLikeness(metrics), .. OfUtility(metrics), .. OfRows(metrics)];

    private string OfIdentifier(string name) => tables.Real.Columns[tables.Real.PositionOf(name)] is EvaluatedCategories
        ? $"Column '{name}' is an identifier: most new rows have a value of it that no real row has. " +
            "It is left out of all figures but the missing-rate gap."
        : $"Column '{name}' is an identifier: its whole numbers hardly ever repeat. It is left out of detection, copies and nearness.";

    private IEnumerable<string> OfColumns(TabularGanMetrics metrics)
    {
        foreach (var column in metrics.Columns.Where(column => !metrics.Identifiers.Contains(column.Name)))
        {
            var table = column.RealMissingRate == 1 ? "real" : "synthetic";
            if (column.Shape is null) yield return $"Column '{column.Name}' has no shape: all its {table} cells are missing.";
            else if (IsConstant(column.Name))
                yield return $"Column '{column.Name}' says nothing in detection and nearness: all its cells are alike.";
            if (OfRareCategories(column.Name) is { } remark) yield return remark;
        }
    }

    /// <summary>That rare categories do not occur in the synthetic table, which a generator leaves out of its file.</summary>
    private string? OfRareCategories(string name)
    {
        var position = tables.Real.PositionOf(name);
        if (tables.Real.Columns[position] is not EvaluatedCategories real) return null;
        var rare = real.RareCodes(MostRareRows);
        var made = ((EvaluatedCategories)tables.Synthetic.Columns[position]).Codes;
        if (rare.Count == 0 || made.Any(rare.Contains)) return null;
        var share = (double)real.Codes.Count(rare.Contains) / real.Codes.Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Column '{name}' has {rare.Count:N0} categories of fewer than {MostRareRows + 1} real rows, in {share:P2} of them: ") +
            "no synthetic row has one, as a generator's file leaves them out unless it is told to keep them.";
    }

    private static IEnumerable<string> OfLikeness(TabularGanMetrics metrics)
    {
        if (metrics.ColumnShapes is null) yield return "Column shapes are not measured: no column can be compared.";
        if (metrics.ColumnPairTrends is null) yield return "Pair trends are not measured: no two columns can be compared.";
        if (metrics.StrongPairTrends is null) yield return "Strong pairs are not measured: no two real columns say much of each other.";
    }

    private IEnumerable<string> OfUtility(TabularGanMetrics metrics)
    {
        if (label is null) yield break;
        var tested = tables.Test is null ? "held-out" : "test";
        if (metrics.Columns.Count(column => !IsLeftOut(column)) == 1)
            yield return $"Utility is not measured: there is no column to predict '{label.Name}' by.";
        else if (metrics.RealUtility is null)
            yield return $"Utility is not measured: no {tested} row has a value of '{label.Name}' that real rows have.";
        else if (metrics.SyntheticUtility is null)
            yield return $"Utility of synthetic rows is not measured: none has a value of '{label.Name}' that real rows have.";
        else if (metrics.RealUtility is { AreaUnderRocCurve: null, RSquared: null })
            yield return $"Utility is not measured: the rows to predict have one value of '{label.Name}' only.";
    }

    private IEnumerable<string> OfRows(TabularGanMetrics metrics)
    {
        var areIdentifiers = tables.Real.Columns.Count == metrics.Identifiers.Count;
        if (areIdentifiers) yield return "Detection and nearness are not measured: all columns are identifiers.";
        else if (metrics.DetectionAuc is null)
            yield return $"Detection is not measured: both tables must have at least {DetectionMeasure.LeastRows} rows, but " +
                $"{(tables.Test ?? tables.Real).RowCount} real and {tables.Synthetic.RowCount} synthetic ones were given.";
        if (tables.Test is null) yield return "Nearness to training rows is not measured: there is no test table.";
        if (isAttacked && metrics.Attacks is null && !areIdentifiers) yield return WhyNoAttacks();
    }

    private string WhyNoAttacks() => tables.Test is null
        ? "Attacks are not run: there is no test table, whose rows nobody trained on."
        : $"Attacks are not run: there must be at least {AttackedRows.LeastTestRows} test rows and {AttackedRows.LeastRows} rows " +
            $"of each other table, " +
            $"but {tables.Test.RowCount} test, {tables.Real.RowCount} real and {tables.Synthetic.RowCount} synthetic ones were given.";

    /// <summary>Whether a column is in no figure that has to do with its values.</summary>
    private static bool IsLeftOut(TabularColumnMetrics column) => column.IsCategorical && column.Shape is null;

    private bool IsConstant(string name)
    {
        var position = tables.Real.PositionOf(name);
        var (real, synthetic) = (tables.Real.Columns[position], tables.Synthetic.Columns[position]);
        var all = real.Append(synthetic);
        return (tables.Test is null ? all : all.Append(tables.Test.Columns[position])).IsConstant;
    }
}
